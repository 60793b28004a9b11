// `runs`: every run of the journal, newest first.
#pragma once

#include "app/drydockctl/subcommand.h"

namespace drydock::ctl {

class RunsSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] QString name() const override { return QStringLiteral("runs"); }
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("[--format table|json]"); }
    [[nodiscard]] QString summary() const override { return QStringLiteral("Every run in the journal."); }
    [[nodiscard]] bool connects() const override { return false; }
    void addOptions(QCommandLineParser& parser) const override;
    void start(const Context& context) override;
};

} // namespace drydock::ctl
