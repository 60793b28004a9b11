// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/command_metadata.h"
#include "tests/remoting/psrp/metadata_query.h"

#include <gtest/gtest.h>

namespace drydock::psrp {

namespace {

TEST(MetadataRequest, IsReadBackAsItWasWritten)
{
    const MetadataRequest request{{"Get-*", "Set-Mailbox"}, 10};
    EXPECT_EQ(metadataRequestFrom(metadataQueryPayload(request.names, request.commandTypes)), request);
}

} // namespace

} // namespace drydock::psrp
