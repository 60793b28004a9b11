// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Credentials that an endpoint refused are not sent to it again, for any of its users.
#include "remoting/auth/credential_history.h"
#include "tests/remoting/session/shell_fixture.h"

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;

namespace {

domain::Error refusal(const char* where) { return {ErrorKind::NotAuthenticated, where, "HTTP 401", 401, nullptr}; }

class SignInShells : public tests::ShellTest
{
protected:
    RemoteShell& shellOf(const std::shared_ptr<auth::CredentialHistory>& history)
    {
        ShellEndpoint endpoint;
        endpoint.url = host.url();
        endpoint.configuration = "Microsoft.Exchange";
        endpoint.history = history;
        return shellAt(std::move(endpoint), {});
    }
    void refuseFrom(const std::string& operation, int number)
    {
        host.change = [=, this](const std::string& name, int at, http::Response& response) {
            refusing = refusing || (name == operation && at >= number);
            if (refusing) response = {401, "Unauthorized", {{"WWW-Authenticate", "Basic"}}, {}};
        };
    }
    bool refusing = false;
};

} // namespace

TEST(CredentialHistory, AnEndpointOnItsOwnClosesOnlyItself)
{
    auth::CredentialHistory history;
    history.accepted("mail");
    history.refused("node", refusal("node"));
    EXPECT_TRUE(history.check("mail"));
    EXPECT_TRUE(history.check("another node"));
    const auto closed = history.check("node");
    ASSERT_FALSE(closed);
    EXPECT_EQ(closed.error().kind, ErrorKind::NotAuthenticated);
    ASSERT_TRUE(closed.error().cause);
    EXPECT_EQ(*closed.error().cause, refusal("node"));
}

TEST(CredentialHistory, CredentialsThatBecameWrongOrNeverWereRightCloseAll)
{
    auth::CredentialHistory changed;
    changed.accepted("mail");
    changed.refused("mail", refusal("mail"));
    EXPECT_FALSE(changed.check("node"));
    auth::CredentialHistory wrong;
    wrong.refused("mail", refusal("mail"));
    EXPECT_FALSE(wrong.check("node"));
}

TEST_F(SignInShells, NothingIsSentAfterARefusalInTheMiddle)
{
    const auto history = std::make_shared<auth::CredentialHistory>();
    shellOf(history);
    ASSERT_TRUE(invoke("Get-A"));
    refuseFrom("Receive", host.count("Receive"));
    EXPECT_EQ(kindOf(invoke("Get-B")), ErrorKind::NotAuthenticated);
    const auto sent = host.requests.size();
    EXPECT_EQ(kindOf(invoke("Get-C")), ErrorKind::NotAuthenticated);
    close();
    EXPECT_EQ(kindOf(invoke("Get-D")), ErrorKind::NotAuthenticated);
    destroy();
    EXPECT_EQ(host.requests.size(), sent) << host.operations() << ": not even a Delete";
}

TEST_F(SignInShells, AnotherShellOfTheSameSignInSendsNothing)
{
    const auto history = std::make_shared<auth::CredentialHistory>();
    refuseFrom("Create", 0);
    shellOf(history);
    EXPECT_EQ(kindOf(invoke("Get-A")), ErrorKind::NotAuthenticated);
    EXPECT_EQ(host.requests.size(), 1U);
    shellOf(history);
    EXPECT_EQ(kindOf(invoke("Get-A")), ErrorKind::NotAuthenticated);
    EXPECT_EQ(host.requests.size(), 1U);
    shellOf(std::make_shared<auth::CredentialHistory>());
    EXPECT_EQ(kindOf(invoke("Get-A")), ErrorKind::NotAuthenticated);
    EXPECT_EQ(host.requests.size(), 2U) << "a new sign-in is a person's decision";
}

TEST_F(SignInShells, AFaultOfALogonCountsAsARefusal)
{
    host.fault = [](const std::string&, int) { return wsman::makeFault(1326, "Logon failure"); };
    shellOf(std::make_shared<auth::CredentialHistory>());
    EXPECT_EQ(kindOf(invoke("Get-A")), ErrorKind::NotAuthenticated);
    EXPECT_EQ(kindOf(invoke("Get-A")), ErrorKind::NotAuthenticated);
    EXPECT_EQ(host.requests.size(), 1U) << host.operations();
}
