// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/save_file.h"

#include "model/domain/visible_text.h"
#include "ui/widgets/error_text.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>

namespace drydock::ui {
namespace {

void showFailure(QWidget* parent, const domain::Error& error)
{
    const auto text = errorText(error);
    auto* box = new QMessageBox(QMessageBox::NoIcon, text.heading, text.heading, QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text.meaning + QLatin1Char('\n') + text.advice);
    box->setDetailedText(text.details);
    box->open();
}

const SaveChoice& choiceFor(const QString& path, const QList<SaveChoice>& choices, qsizetype chosen)
{
    for (const auto& choice : choices)
        if (path.endsWith(QLatin1Char('.') + choice.extension, Qt::CaseInsensitive)) return choice;
    return choices[std::max<qsizetype>(0, chosen)];
}

} // namespace

domain::Result<> saveFile(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return domain::fail(domain::ErrorKind::Storage, "save " + path.toStdString(), file.errorString().toStdString());
    };
    if (!file.open(QIODevice::WriteOnly)) return failed();
    if (file.write(content) != content.size() || !file.commit()) return failed();
    return {};
}

void askAndSave(QWidget* parent, const QString& title, const QString& name, const QList<SaveChoice>& choices,
                Saved then)
{
    QStringList filters;
    for (const auto& choice : choices)
        filters += QStringLiteral("%1 (*.%2)").arg(choice.title, choice.extension);
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(choices.front().extension);
    dialog->selectFile(QString::fromStdString(domain::fileNameText(name.toStdString())) + QLatin1Char('.') +
                       choices.front().extension);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters, choices](const QString& filter) {
        if (const auto i = filters.indexOf(filter); i >= 0) dialog->setDefaultSuffix(choices[i].extension);
    });
    const auto save = [parent, dialog, filters, choices, then = std::move(then)](const QString& path) {
        const auto saved =
            saveFile(path, choiceFor(path, choices, filters.indexOf(dialog->selectedNameFilter())).content());
        if (then)
            then(path, saved);
        else if (!saved)
            showFailure(parent, saved.error());
    };
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, save);
    dialog->open();
}

} // namespace drydock::ui
