// Where errors stand until they are dismissed; the same one stands there once.
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/error_text.h"

#include <QWidget>

namespace drydock::ui {

class MessageArea : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(const Theme& theme, QWidget* parent = nullptr);

    void add(const ErrorText& text);
    [[nodiscard]] int count() const;

private:
    const Theme& m_theme;
};

} // namespace drydock::ui
