// `report RUN`: what a run did, when, and with which proof.
#pragma once

#include "app/drydockctl/subcommand.h"

namespace drydock::ctl {

class ReportSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] QString name() const override { return QStringLiteral("report"); }
    [[nodiscard]] QString synopsis() const override
    {
        return QStringLiteral("RUN [--format html|json|text] [--output FILE]");
    }
    [[nodiscard]] QString summary() const override
    {
        return QStringLiteral("What a run did, when, and with which proof.");
    }
    [[nodiscard]] bool connects() const override { return false; }
    void addOptions(QCommandLineParser& parser) const override;
    void start(const Context& context) override;

private:
    void write(const QString& file, const std::string& report);
};

} // namespace drydock::ctl
