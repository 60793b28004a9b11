// Where errors stand until they are dismissed, or until what they are about has worked again. The same one stands there
// once, with how often and when it came last.
#pragma once

#include "model/domain/time.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_text.h"

#include <QWidget>

#include <vector>

namespace drydock::ui {

class InlineMessage;

class MessageArea : public QWidget
{
    Q_OBJECT

public:
    // What an error is about, where a later success puts an end to it.
    enum class About { Anything, Connection, Refresh };

    explicit MessageArea(const Theme& theme, QWidget* parent = nullptr);

    void add(const ErrorText& text, domain::Time now, About about = About::Anything);
    void over(About about); // it has worked: what was said of it goes
    [[nodiscard]] int count() const { return int(m_shown.size()); }

private:
    struct Shown {
        InlineMessage* message;
        About about;
        int times = 1;
    };
    void remove(const InlineMessage* message);

    const Theme& m_theme;
    std::vector<Shown> m_shown; // in the order they came
};

} // namespace drydock::ui
