// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The client's runspace pool opens from Opening; whatever a server says after its end, it is not open again.
#include "remoting/clixml/writer.h"
#include "remoting/psrp/client_pool.h"
#include "remoting/psrp/fragment.h"
#include "remoting/psrp/message.h"
#include "remoting/psrp/payloads.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::psrp;
using domain::ErrorKind;

namespace {

class PoolStates : public ::testing::Test
{
protected:
    domain::Result<void> receive(MessageType type, const clixml::Value& payload)
    {
        const Message message{Destination::Client, type, client.id(), Guid{}, clixml::write(payload)};
        std::string bytes;
        for (const std::string& fragment : fragmenter.cut(encode(message)))
            bytes += fragment;
        return client.receivePool(bytes);
    }
    domain::Result<void> negotiate() { return receive(MessageType::SessionCapability, sessionCapability({})); }
    domain::Result<void> receiveState(RunspacePoolState state)
    {
        return receive(MessageType::RunspacePoolState, runspacePoolState(state, std::nullopt));
    }
    void SetUp() override
    {
        (void)client.creationXml();
        ASSERT_TRUE(negotiate());
    }

    ClientPool client;
    Fragmenter fragmenter;
};

} // namespace

TEST_F(PoolStates, ARepeatedStateMessageChangesNothing)
{
    ASSERT_TRUE(receiveState(RunspacePoolState::Opened));
    EXPECT_TRUE(negotiate());
    EXPECT_TRUE(receiveState(RunspacePoolState::Opened));
    EXPECT_EQ(client.state(), RunspacePoolState::Opened);
}

TEST_F(PoolStates, DoesNotNegotiateAfterItsEnd)
{
    ASSERT_TRUE(receiveState(RunspacePoolState::Closed));
    EXPECT_EQ(negotiate().error().kind, ErrorKind::Malformed);
    EXPECT_EQ(client.state(), RunspacePoolState::Broken);
}

TEST_F(PoolStates, DoesNotOpenAgainAfterItsEnd)
{
    for (const auto end : {RunspacePoolState::Closed, RunspacePoolState::Broken}) {
        client = ClientPool();
        (void)client.creationXml();
        ASSERT_TRUE(negotiate());
        ASSERT_TRUE(receiveState(end));
        EXPECT_FALSE(receiveState(RunspacePoolState::Opened));
        EXPECT_EQ(client.state(), RunspacePoolState::Broken);
    }
}
