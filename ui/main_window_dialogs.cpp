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

void showAbout(QWidget& parent)
{
    auto* box =
        new QMessageBox(QMessageBox::NoIcon, MainWindow::tr("About Drydock"),
                        MainWindow::tr("Drydock %1").arg(QLatin1String(DRYDOCK_VERSION)), QMessageBox::Close, &parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(applicationIcon().pixmap(48));
    box->setInformativeText(
        MainWindow::tr("Puts Exchange DAG members into maintenance and reinstates them, gently.\nQt %1")
            .arg(QLatin1String(qVersion())));
    box->open();
}

void askToStopRun(QWidget& parent, const domain::ServerName& server, std::function<void()> stop)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, MainWindow::tr("A run is under way"),
                                MainWindow::tr("Stop the run on %1 and close?").arg(plainText(server.text())),
                                QMessageBox::NoButton, &parent);
    box->setObjectName(QStringLiteral("askToClose"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(MainWindow::tr(
        "The run stops where it is. What was done stays done; the next start offers to continue or to undo it."));
    auto* accept = box->addButton(MainWindow::tr("&Stop and close"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(MainWindow::tr("&Keep running"), QMessageBox::RejectRole));
    QObject::connect(accept, &QAbstractButton::clicked, &parent, std::move(stop));
    box->open();
}

} // namespace drydock::ui
