// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What an error of the wire says about its request, where the HTTP status or the text decides beside the kind.
#include "model/domain/error_traits.h"
#include "remoting/session/error_classification.h"
#include "remoting/session/retry_policy.h"
#include "remoting/session/wsman_shell_client.h"

#include <gtest/gtest.h>

#include <set>

using namespace drydock;
using domain::Error;
using domain::ErrorKind;

namespace {

Error error(ErrorKind kind, std::int64_t code = 0, std::string what = {})
{
    return {kind, std::move(what), {}, code, nullptr};
}

std::set<ErrorKind> kindsThat(bool (*predicate)(const Error&) noexcept)
{
    std::set<ErrorKind> found;
    for (const auto& row : domain::errorTraits())
        if (predicate(error(row.kind))) found.insert(row.kind);
    return found;
}

} // namespace

TEST(ErrorClassification, ARequestMayHaveArrivedWhereNoUsableAnswerCame)
{
    EXPECT_EQ(kindsThat(session::mayHaveArrived),
              (std::set{ErrorKind::OutcomeUnknown, ErrorKind::TimedOut, ErrorKind::NotWsMan, ErrorKind::Malformed,
                        ErrorKind::LimitExceeded, ErrorKind::ServerNotProven, ErrorKind::Internal}));
    EXPECT_TRUE(session::mayHaveArrived(error(ErrorKind::HttpStatus, 500)));
    EXPECT_TRUE(session::mayHaveArrived(error(ErrorKind::HttpStatus, 502)));
    EXPECT_FALSE(session::mayHaveArrived(error(ErrorKind::HttpStatus, 503)));
    EXPECT_FALSE(session::mayHaveArrived(error(ErrorKind::HttpStatus, 302)));
}

TEST(ErrorClassification, ANewConnectionHelpsWhereTheOldOneFailed)
{
    EXPECT_EQ(kindsThat(session::isTransient), (std::set{ErrorKind::OutcomeUnknown, ErrorKind::TimedOut,
                                                         ErrorKind::ConnectionLost, ErrorKind::Unreachable}));
    EXPECT_TRUE(session::isTransient(error(ErrorKind::HttpStatus, 503)));
    EXPECT_FALSE(session::isTransient(error(ErrorKind::HttpStatus, 500)));
    EXPECT_TRUE(session::isTransient(error(ErrorKind::Malformed, 0, session::mismatch)));
}

TEST(ErrorClassification, ACommandWhoseShellDidNotOpenWasNotSent)
{
    EXPECT_EQ(session::notSent(error(ErrorKind::OutcomeUnknown)).kind, ErrorKind::ConnectionLost);
    EXPECT_EQ(session::notSent(error(ErrorKind::TimedOut)).kind, ErrorKind::ConnectionLost);
    EXPECT_EQ(session::notSent(error(ErrorKind::NotAuthenticated)).kind, ErrorKind::NotAuthenticated);
}

TEST(RetryPolicy, AReadingOfUnknownOutcomeIsRepeatedWhereThatCanHelp)
{
    for (const auto& row : domain::errorTraits()) {
        session::PipelineResult result{domain::fail(error(row.kind)), session::PipelineResult::Certainty::Unknown,
                                       false, false};
        EXPECT_EQ(session::mayReadAgain(result), domain::mayRepeatReading(row.kind)) << domain::toString(row.kind);
        result.stopAsked = true;
        EXPECT_FALSE(session::mayReadAgain(result)) << domain::toString(row.kind);
    }
}
