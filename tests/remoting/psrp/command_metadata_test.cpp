#include "remoting/psrp/command_metadata.h"
#include "remoting/psrp/payloads.h"

#include "remoting/clixml/reader.h"
#include "remoting/clixml/writer.h"

namespace drydock::psrp {

namespace {

TEST(CommandMetadata, comesBackAsItWent)
{
    const std::vector<CommandMetadata> commands{
        {"Get-MailboxServer",
         8,
         {{"Identity", "System.String", false, {"Name"}},
          {"Status", "System.Management.Automation.SwitchParameter", true, {}}}},
        {"Get-Queue", 2, {}}};
    const auto values = metadataAnswer(commands);
    ASSERT_EQ(values.size(), 3u);
    EXPECT_EQ(values[0]["Count"].toInt(), 2);
    EXPECT_FALSE(commandMetadataFrom(values[0]));
    for (std::size_t i = 0; i < commands.size(); ++i)
        EXPECT_EQ(commandMetadataFrom(clixml::read(clixml::write(values[i + 1])).value().front()), commands[i]);
    EXPECT_NE(commands[0].parameter("IDENTITY"), nullptr);
    EXPECT_EQ(commands[0].parameter("Other"), nullptr);
}

TEST(MetadataRequest, comesBackAsItWent)
{
    const MetadataRequest request{{"Get-*", "Set-Mailbox"}, 10};
    EXPECT_EQ(metadataRequestFrom(getCommandMetadata(request.names, request.commandTypes)), request);
}

TEST(MetadataRequest, matchesWildcards)
{
    const CommandMetadata command{"Get-MailboxServer", 8, {}};
    EXPECT_TRUE((MetadataRequest{{"get-*"}, 511}).matches(command));
    EXPECT_TRUE((MetadataRequest{{"*"}, 511}).matches(command));
    EXPECT_TRUE((MetadataRequest{{}, 511}).matches(command));
    EXPECT_TRUE((MetadataRequest{{"Get-?ailbox*r"}, 511}).matches(command));
    EXPECT_FALSE((MetadataRequest{{"Get-Mailbox"}, 511}).matches(command));
    EXPECT_FALSE((MetadataRequest{{"*x"}, 511}).matches(command));
    EXPECT_FALSE((MetadataRequest{{"*"}, 2}).matches(command));
    EXPECT_FALSE((MetadataRequest{{std::string(30, '*') + "!"}, 511}).matches(command));
}

} // namespace

} // namespace drydock::psrp
