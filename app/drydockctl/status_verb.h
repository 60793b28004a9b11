// `status` reads once; `watch` does so again and again until it is interrupted.
#pragma once

#include "app/drydockctl/connecting_verb.h"
#include "app/drydockctl/interrupt.h"

#include <QTimer>

namespace drydock::ctl {

class StatusVerb : public ConnectingVerb
{
    Q_OBJECT

public:
    enum class Mode { Once, Watch };
    explicit StatusVerb(Mode mode) : m_mode(mode) {}

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString synopsis() const override;
    [[nodiscard]] QString summary() const override;
    void addOptions(QCommandLineParser& parser) const override;
    void start(const Context& context) override;

private:
    void read();
    void show(const domain::DagSnapshot& snapshot);

    Mode m_mode;
    QString m_format;
    domain::DagName m_dag;
    QTimer m_timer;
    std::unique_ptr<Interrupt> m_interrupt;
};

} // namespace drydock::ctl
