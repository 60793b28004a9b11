// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The error messages at the top of the main window. A repeated error is shown once, with a count and the time of the
// last one.
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
    // The operation an error is about. Its next success removes the error.
    enum class About { Anything, Connection, Refresh };

    explicit MessageArea(const Theme& theme, QWidget* parent = nullptr);

    void add(const ErrorText& text, domain::Time now, About about = About::Anything);
    void remove(About about); // removes the errors about this operation
    [[nodiscard]] int count() const { return int(m_shown.size()); }

private:
    struct Shown {
        InlineMessage* message;
        About about;
        int times = 1;
    };
    void remove(const InlineMessage* message);

    const Theme& m_theme;
    std::vector<Shown> m_shown; // from old to new
};

} // namespace drydock::ui
