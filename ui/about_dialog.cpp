// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/about_dialog.h"

#include "model/domain/build_info.h"
#include "ui/parts.h"
#include "ui/theme/icons.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>

namespace drydock::ui {
namespace {

constexpr int iconSize = 48;
constexpr QSize aboutSize{560, 480};

// Returns what --version prints, and Qt, which is not the program's own in every package.
QString buildText()
{
    return QString::fromStdString(domain::versionText("drydock")) + QStringLiteral(", Qt ") + QLatin1String(qVersion());
}

QString commitSentence(const domain::BuildInfo& build)
{
    if (build.commit.empty()) return AboutDialog::tr("No commit is known.");
    const auto commit = QString::fromStdString(build.commit);
    const auto date = QString::fromStdString(build.commitDate);
    return build.changed ? AboutDialog::tr("Commit %1 of %2, with changes").arg(commit, date)
                         : AboutDialog::tr("Commit %1 of %2").arg(commit, date);
}

} // namespace

AboutDialog::AboutDialog(const Theme& theme, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Drydock"));
    const auto build = domain::buildInfo();
    auto* icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(iconSize));
    auto* facts =
        makeMutedParagraph(theme, commitSentence(build) + QLatin1Char('\n') + QString::fromStdString(build.compiler) +
                                      QStringLiteral(", ") + QString::fromStdString(build.configuration) +
                                      QStringLiteral(", Qt ") + QLatin1String(qVersion()));
    facts->setObjectName(QStringLiteral("build"));
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QDialogButtonBox(this);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    auto* close = buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    copy->setObjectName(QStringLiteral("copyBuild"));
    copy->setAutoDefault(false);
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(buildText()); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(size::betweenGroups, size::betweenGroups, size::betweenGroups, size::betweenGroups);
    grid->setHorizontalSpacing(size::betweenGroups);
    grid->setVerticalSpacing(size::inCard);
    grid->setColumnStretch(1, 1);
    grid->addWidget(icon, 0, 0, 3, 1, Qt::AlignTop);
    grid->addWidget(new TextLabel(theme, Type::Heading, Role::Text,
                                  tr("Drydock %1").arg(QString::fromStdString(build.version)), this),
                    0, 1);
    grid->addWidget(makeParagraph(theme, tr("Puts Exchange DAG members into maintenance and reinstates them, gently.")),
                    1, 1);
    grid->addWidget(facts, 2, 1);
    grid->addWidget(makeParagraph(theme, tr("Drydock is free under the MIT licence, and made of these parts. The "
                                            "folder \"licenses\" of its package has the texts of their licences.")),
                    3, 0, 1, 2);
    grid->addWidget(makeParts(theme), 4, 0, 1, 2);
    grid->setRowStretch(4, 1);
    grid->addWidget(buttons, 5, 0, 1, 2);
    close->setFocus();
    resize(aboutSize);
}

QWidget* AboutDialog::makeParts(const Theme& theme)
{
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::betweenGroups);
    grid->setVerticalSpacing(size::inControl);
    grid->setColumnStretch(1, 1);
    for (const auto& part : parts()) {
        grid->addWidget(new TextLabel(theme, Type::Body, Role::Text, part.name, table), grid->rowCount(), 0);
        grid->addWidget(new TextLabel(theme, Type::Body, Role::Muted, part.licence, table), grid->rowCount() - 1, 1);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("parts"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(table);
    scroll->setAccessibleName(tr("Parts and licences"));
    return scroll;
}

} // namespace drydock::ui
