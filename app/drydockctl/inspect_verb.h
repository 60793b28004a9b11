// `inspect clixml`: any CLIXML as JSON, as PowerShell itself reads it.
#pragma once

#include "app/drydockctl/verb.h"

namespace drydock::ctl {

class InspectVerb : public Verb
{
    Q_OBJECT

public:
    [[nodiscard]] QString name() const override { return QStringLiteral("inspect"); }
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("clixml FILE|-"); }
    [[nodiscard]] QString summary() const override { return QStringLiteral("Any CLIXML as JSON."); }
    [[nodiscard]] bool connects() const override { return false; }
    void start(const Context& context) override;
};

} // namespace drydock::ctl
