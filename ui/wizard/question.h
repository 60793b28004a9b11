// A question over one window that blocks neither the others nor the run.
#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace drydock::ui {

struct Question {
    QString title;
    QString text;
    QString detail;
    QString accept; // what the verb does
    QString reject; // the safe answer; Return and Esc give it
};

// `then` is called once, with true only when the accepting button was pressed.
QMessageBox* ask(QWidget& parent, const Question& question, std::function<void(bool)> then);

} // namespace drydock::ui
