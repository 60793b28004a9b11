// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/main_window_dialogs.h"

#include "model/tables/text.h"
#include "ui/main_window.h"
#include "ui/pages/table_page.h"
#include "ui/widgets/save_file.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace drydock::ui {

using tables::plainText;

void exportTable(QWidget& parent, const TablePage& page)
{
    const auto as = [view = &page.view(), title = page.title()](tables::ExportFormat format) {
        return [view, title, format] { return view->exported(format, false, title).toUtf8(); };
    };
    askAndSave(&parent, MainWindow::tr("Export"), page.title(),
               {{MainWindow::tr("Comma-separated values"), QStringLiteral("csv"), as(tables::ExportFormat::Csv)},
                {MainWindow::tr("JSON"), QStringLiteral("json"), as(tables::ExportFormat::Json)},
                {MainWindow::tr("Web page"), QStringLiteral("html"), as(tables::ExportFormat::Html)}});
}

namespace {

struct CloseQuestion {
    QString text;
    QString meaning;
    QString accept;
    QString reject;
};

void askToClose(QWidget& parent, const CloseQuestion& question, std::function<void()> then)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, MainWindow::tr("A run is under way"), question.text,
                                QMessageBox::NoButton, &parent);
    box->setObjectName(QStringLiteral("askToClose"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.meaning);
    auto* accept = box->addButton(question.accept, QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("accept"));
    box->setDefaultButton(box->addButton(question.reject, QMessageBox::RejectRole));
    QObject::connect(accept, &QAbstractButton::clicked, &parent, std::move(then));
    box->open();
}

} // namespace

void askToStopRun(QWidget& parent, const domain::ServerName& server, std::function<void()> stop)
{
    askToClose(parent,
               {MainWindow::tr("Stop the run on %1 and close?").arg(plainText(server.text())),
                MainWindow::tr("What is under way is answered first, then the window closes. What was done stays done; "
                               "the next start offers to continue or to undo it."),
                MainWindow::tr("&Stop and close"), MainWindow::tr("&Keep running")},
               std::move(stop));
}

void askToLeaveRun(QWidget& parent, const domain::ServerName& server, std::function<void()> close)
{
    askToClose(parent,
               {MainWindow::tr("Close without the answer of %1?").arg(plainText(server.text())),
                MainWindow::tr("A command that was sent may still be carried out. The next start reads what became of "
                               "it."),
                MainWindow::tr("&Close at once"), MainWindow::tr("&Wait for it")},
               std::move(close));
}

} // namespace drydock::ui
