// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of what each kind of error implies, and the decisions that derive from it.
#include "model/domain/error_traits.h"

#include <gtest/gtest.h>

#include <set>

using namespace drydock::domain;

namespace {

using Kinds = std::set<ErrorKind>;
using enum ErrorKind;

template <class Predicate> Kinds kindsOf(Predicate predicate)
{
    Kinds found;
    for (const auto& row : errorTraits())
        if (predicate(row)) found.insert(row.kind);
    return found;
}

Kinds kindsThat(bool (*predicate)(ErrorKind) noexcept)
{
    return kindsOf([predicate](const ErrorTraits& row) { return predicate(row.kind); });
}

Kinds kindsWith(ExitReason exit)
{
    return kindsOf([exit](const ErrorTraits& row) { return row.exit == exit; });
}

} // namespace

TEST(ErrorTraits, EachKindHasOneRow)
{
    Kinds kinds;
    for (const auto& row : errorTraits()) {
        EXPECT_TRUE(kinds.insert(row.kind).second) << toString(row.kind);
        EXPECT_EQ(&traitsOf(row.kind), &row) << toString(row.kind);
    }
    EXPECT_EQ(kinds.size(), static_cast<std::size_t>(Internal) + 1);
}

TEST(ErrorTraits, AKindThatDoesNotExistIsABrokenRule)
{
    EXPECT_EQ(traitsOf(static_cast<ErrorKind>(1000)).kind, Internal);
}

TEST(ErrorTraits, ACommandIsRepeatedUnaskedOnlyWhereItCertainlyDidNotRun)
{
    EXPECT_EQ(kindsOf([](const ErrorTraits& row) { return row.retry == Retry::Always; }),
              (Kinds{Unreachable, ConnectionLost, DomainControllerDown}));
    for (const auto& row : errorTraits()) {
        EXPECT_TRUE(row.retry != Retry::Always || row.sent == RequestSent::No) << toString(row.kind);
        EXPECT_TRUE(row.origin != ErrorOrigin::Ours || row.retry == Retry::Never) << toString(row.kind);
    }
}

TEST(ErrorTraits, AReadingIsRepeatedWhereTheAnswerWasLostOrTheServerIsSilent)
{
    EXPECT_EQ(kindsThat(mayRepeatReading), (Kinds{Unreachable, ConnectionLost, ShellGone, OutcomeUnknown, HttpStatus,
                                                  TimedOut, KdcUnreachable, DomainControllerDown}));
}

TEST(ErrorTraits, AnErrorOfTheConnectionAffectsTheNextCommandToo)
{
    EXPECT_EQ(kindsThat(affectsConnection), (Kinds{BadAddress,
                                                   Unreachable,
                                                   ConnectionLost,
                                                   TlsFailed,
                                                   CertificateUntrusted,
                                                   CertificateExpired,
                                                   CertificateOfOther,
                                                   CertificateNotPinned,
                                                   HostNotTrusted,
                                                   NotAuthenticated,
                                                   NotWsMan,
                                                   HttpStatus,
                                                   ShellGone,
                                                   Quota,
                                                   OutcomeUnknown,
                                                   Malformed,
                                                   Cancelled,
                                                   NoTicket,
                                                   TicketExpired,
                                                   ClockSkew,
                                                   UnknownServicePrincipal,
                                                   KdcUnreachable,
                                                   AccountRefused,
                                                   ServerNotProven}));
}

TEST(ErrorTraits, OnlyWhatTheEndpointReportsIsEvidenceAgainstTheServer)
{
    EXPECT_EQ(kindsThat(isServerFailure), (Kinds{CommandFailed, NotFound, TimedOut, NotReached, Changed}));
}

// A refusal leaves open how the server is. An error of the connection does not: the server may be down.
TEST(ErrorTraits, ARefusalLeavesWhatWasReadBefore)
{
    const Kinds refused{Quota,
                        Fault,
                        ShellGone,
                        NotPermitted,
                        LimitExceeded,
                        Malformed,
                        Cancelled,
                        NotAuthenticated,
                        UnknownCommand,
                        UnknownParameter,
                        PromptRefused,
                        NoTicket,
                        TicketExpired,
                        ClockSkew,
                        UnknownServicePrincipal,
                        KdcUnreachable,
                        AccountRefused,
                        DomainControllerDown,
                        HostNotTrusted};
    const Kinds ours{ReadOnly, Precondition, Storage, Locked, Corrupt, Keychain, Usage, Internal};
    auto all = refused;
    all.insert(ours.begin(), ours.end());
    EXPECT_EQ(kindsThat(isRefusedToUs), all);
    for (const auto kind :
         {Unreachable, ConnectionLost, TlsFailed, CertificateUntrusted, CertificateExpired, CertificateOfOther,
          CertificateNotPinned, NotWsMan, HttpStatus, OutcomeUnknown, ServerNotProven}) {
        EXPECT_FALSE(isRefusedToUs(kind)) << toString(kind);
        EXPECT_FALSE(isServerFailure(kind)) << toString(kind);
    }
}

TEST(ErrorTraits, TheRequestMayHaveArrivedWhereNoUsableAnswerCame)
{
    EXPECT_EQ(
        kindsOf([](const ErrorTraits& row) { return row.sent == RequestSent::Maybe; }),
        (Kinds{OutcomeUnknown, TimedOut, NotWsMan, HttpStatus, Malformed, LimitExceeded, ServerNotProven, Internal}));
}

TEST(ErrorTraits, TheExitReasonsAreThoseOfTheContract)
{
    EXPECT_EQ(kindsWith(ExitReason::Usage), (Kinds{Usage}));
    EXPECT_EQ(kindsWith(ExitReason::Blocked), (Kinds{Precondition}));
    EXPECT_EQ(kindsWith(ExitReason::Failed),
              (Kinds{PromptRefused, CommandFailed, NotReached, Changed, DomainControllerDown, NotFound, Storage, Locked,
                     Corrupt, Internal}));
    EXPECT_EQ(kindsWith(ExitReason::OutcomeUnknown), (Kinds{OutcomeUnknown}));
    EXPECT_EQ(kindsWith(ExitReason::Stopped), (Kinds{Cancelled}));
    EXPECT_EQ(kindsWith(ExitReason::NotPermitted),
              (Kinds{NotPermitted, HostNotTrusted, ReadOnly, UnknownCommand, UnknownParameter}));
    EXPECT_EQ(kindsWith(ExitReason::NotConnected), (Kinds{CertificateUntrusted,
                                                          CertificateExpired,
                                                          CertificateOfOther,
                                                          CertificateNotPinned,
                                                          BadAddress,
                                                          Unreachable,
                                                          TimedOut,
                                                          ConnectionLost,
                                                          TlsFailed,
                                                          NotAuthenticated,
                                                          NotWsMan,
                                                          HttpStatus,
                                                          Fault,
                                                          ShellGone,
                                                          Quota,
                                                          Malformed,
                                                          LimitExceeded,
                                                          Keychain,
                                                          NoTicket,
                                                          TicketExpired,
                                                          ClockSkew,
                                                          UnknownServicePrincipal,
                                                          KdcUnreachable,
                                                          AccountRefused,
                                                          ServerNotProven}));
}

TEST(ErrorTraits, ARefusedAccountNeedsNewCredentialsLikeAWrongPassword)
{
    EXPECT_EQ(kindsThat(needsNewCredentials), (Kinds{NotAuthenticated, AccountRefused}));
}

TEST(ErrorTraits, TheAdviceIsToLookWhereTheOutcomeIsUnknownAndToWaitWhereItIsLate)
{
    EXPECT_EQ(kindsOf([](const ErrorTraits& row) { return row.advice == Advice::LookAgain; }), (Kinds{OutcomeUnknown}));
    EXPECT_EQ(kindsOf([](const ErrorTraits& row) { return row.advice == Advice::WaitLonger; }),
              (Kinds{TimedOut, NotReached}));
}
