// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/run_later_dialog.h"

#include "model/tables/text.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/time_text.h"

#include <QClipboard>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr int runLaterWidth = 680;
constexpr int suggestedHour = 22;

} // namespace

RunLaterDialog::RunLaterDialog(const Theme& theme, controllers::ScheduledRun run, const QDateTime& now, QWidget* parent)
    : QDialog(parent), m_run(std::move(run))
{
    setObjectName(QStringLiteral("runLaterDialog"));
    setWindowTitle(tr("Run it later"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::pageEdge, size::pageEdge, size::pageEdge, size::betweenGroups);
    column->setSpacing(size::betweenGroups);
    column->addWidget(new TextLabel(theme, Type::Heading, Role::Text, windowTitle(), this));
    column->addWidget(makeParagraph(
        theme, tr("The command line does the same as this window. It checks and plans anew when it begins, and stops "
                  "where a check blocks that is not overridden here. It takes the password from the keychain, or the "
                  "ticket of the logon session.")));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(size::betweenGroups);
    form->setVerticalSpacing(size::betweenControls);
    column->addLayout(form);
    QDateTime tonight(now.date(), QTime(suggestedHour, 0));
    m_start = new QDateTimeEdit(tonight > now ? tonight : tonight.addDays(1));
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setMinimumDateTime(now);
    m_start->setDisplayFormat(locale().dateFormat(QLocale::ShortFormat) + u' ' + minuteFormat(locale()));
    m_start->setCalendarPopup(true);
    form->addRow(tr("&Begin"), m_start);
    if (auto* line = m_start->findChild<QLineEdit*>()) line->setAccessibleName(tr("Begin"));
    const auto addLine = [&](const QString& label, const char* name) {
        auto* row = new QHBoxLayout;
        row->setSpacing(size::betweenControls);
        auto* line = new QLineEdit;
        line->setObjectName(QString::fromLatin1(name));
        line->setReadOnly(true);
        line->setFont(ui::font(Type::Command));
        auto* copy = new QPushButton(tr("Copy"));
        copy->setObjectName(QString::fromLatin1(name) + QStringLiteral("Copy"));
        copy->setAutoDefault(false);
        copy->setAccessibleName(tr("Copy: %1").arg(QString(label).remove(u'&')));
        row->addWidget(line);
        row->addWidget(copy);
        form->addRow(label, row);
        if (auto* text = qobject_cast<QLabel*>(form->labelForField(row))) text->setBuddy(line);
        connect(copy, &QPushButton::clicked, this, [line] { QGuiApplication::clipboard()->setText(line->text()); });
        return line;
    };
    m_taskScheduler = addLine(tr("&Task Scheduler (PowerShell)"), "taskScheduler");
    m_systemd = addLine(tr("&systemd timer"), "systemd");
    m_command = addLine(tr("&Command line"), "command");
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, &RunLaterDialog::update);
    setMinimumWidth(runLaterWidth);
    update();
}

void RunLaterDialog::update()
{
    const auto arguments = controllers::argumentsOf(m_run);
    const auto server = tables::plainText(m_run.request.server.text());
    const auto runKind = QString::fromLatin1(maintenance::toString(m_run.request.runKind));
    const auto show = [](QLineEdit* line, const QString& text) {
        line->setText(text);
        line->setCursorPosition(0);
    };
    show(m_command, controllers::posixCommand(arguments));
    show(m_taskScheduler, controllers::taskSchedulerCommand(arguments, m_start->dateTime(),
                                                            QStringLiteral("Drydock %1 %2").arg(runKind, server)));
    show(m_systemd, controllers::systemdCommand(arguments, m_start->dateTime(),
                                                QStringLiteral("drydock-%1-%2").arg(runKind, server)));
}

} // namespace drydock::ui
