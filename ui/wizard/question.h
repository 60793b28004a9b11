// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A yes-or-no question over one window. It blocks neither other windows nor the run.
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
    QString accept; // names the action
    QString reject; // the safe answer, also given by Return and Esc
};

// Opens the question and returns its box, which is deleted when it is closed. `then` is called once when the box is
// closed, with true only if the accepting button was pressed. It is not called if `parent` is deleted first.
QMessageBox* ask(QWidget& parent, const Question& question, std::function<void(bool)> then);

} // namespace drydock::ui
