// Commands in the fixed font, broken only between parameters and as PowerShell goes on in the next line, so that what
// is shown can be copied and run.
#pragma once

#include "ui/widgets/text_label.h"

#include <QStringList>

namespace drydock::ui {

class CommandLabel : public QLabel
{
    Q_OBJECT

public:
    explicit CommandLabel(QWidget* parent = nullptr);

    void setCommands(const QStringList& commands); // one each
    [[nodiscard]] QStringList commands() const { return m_commands; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QStringList broken(int width) const;

    QStringList m_commands;
};

} // namespace drydock::ui
