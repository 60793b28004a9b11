// Asks where to and as what, and writes the file whole or not at all.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace drydock::ui {

struct SaveChoice {
    QString title;     // "Web page"
    QString extension; // "html"
    std::function<QByteArray()> content;
};

// Storage when it cannot be written; then the old file, if any, is as it was.
[[nodiscard]] domain::Result<> saveFile(const QString& path, const QByteArray& content);
using Saved = std::function<void(const QString& path, const domain::Result<>& saved)>;
// Opens the platform's save dialog and returns at once. As what it is saved is what the file's suffix says, else what
// was chosen in the dialog. `then` is told how it went, or nothing when it was cancelled; without it, a failure is told
// in a message box.
void askAndSave(QWidget* parent, const QString& title, const QString& name, const QList<SaveChoice>& choices,
                Saved then = {});

} // namespace drydock::ui
