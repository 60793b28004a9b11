// What is seen when nothing is connected: two equal ways on, to Exchange and to the built-in lab.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace drydock::ui {

class TextLabel;

class FirstStartPage : public QWidget
{
    Q_OBJECT

public:
    FirstStartPage(const Theme& theme, bool withLab, QWidget* parent = nullptr);

    // While something is under way both choices wait and a sentence says what for; empty: nothing is.
    void setBusy(const QString& sentence);

signals:
    void connectRequested();
    void labRequested();

private:
    QList<QWidget*> m_choices;
    TextLabel* m_sentence;
};

} // namespace drydock::ui
