// Where errors stand until they are dismissed, or until what they are about has worked again. The same one stands there
// once, with how often and when it came last.
#pragma once

#include "model/domain/time.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_text.h"

#include <QWidget>

namespace drydock::ui {

class MessageArea : public QWidget
{
    Q_OBJECT

public:
    // What an error is about, where a later success puts an end to it.
    enum class About { Anything, Connection, Refresh };

    explicit MessageArea(const Theme& theme, QWidget* parent = nullptr);

    void add(const ErrorText& text, domain::Time now, About about = About::Anything);
    void over(About about); // it has worked: what was said of it goes
    [[nodiscard]] int count() const;

private:
    void remove(QWidget& bar);

    const Theme& m_theme;
};

} // namespace drydock::ui
