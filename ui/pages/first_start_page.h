// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The page shown without a connection: it offers to connect to Exchange or to start the built-in lab.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace drydock::ui {

class TextLabel;

class FirstStartPage : public QWidget
{
    Q_OBJECT

public:
    // Without `withLab` the lab is not offered.
    FirstStartPage(const Theme& theme, bool withLab, QWidget* parent = nullptr);

    // Disables both choices and shows `sentence` while a connection is being made. An empty sentence enables them
    // again.
    void setBusy(const QString& sentence);

signals:
    void connectRequested();
    void labRequested();

private:
    QList<QWidget*> m_choices;
    TextLabel* m_sentence;
};

} // namespace drydock::ui
