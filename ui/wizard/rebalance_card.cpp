// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/rebalance_card.h"

#include "model/tables/text.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLayoutItem>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

using tables::plainText;

QGridLayout* makeGrid()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(size::betweenGroups);
    grid->setVerticalSpacing(size::inControl);
    return grid;
}

void clear(QLayout& layout)
{
    while (auto* old = layout.takeAt(0)) {
        delete old->widget();
        delete old;
    }
}

void addHeads(const Theme& theme, QGridLayout& grid, const QStringList& heads)
{
    for (int column = 0; column < int(heads.size()); ++column)
        grid.addWidget(new TextLabel(theme, Type::BodyBold, Role::Muted, heads[column]), 0, column);
}

QString queuesText(const domain::DatabasePlace& place)
{
    const auto length = [](const std::optional<std::int64_t>& logs) {
        return logs ? tables::numberText(qint64(*logs)) : RebalanceCard::tr("not known");
    };
    if (place.replayLag > domain::Duration::zero())
        return RebalanceCard::tr("lagged by %1").arg(tables::durationText(place.replayLag));
    return RebalanceCard::tr("copy %1, replay %2").arg(length(place.copyQueueLength), length(place.replayQueueLength));
}

QString outlookText(const domain::DatabasePlace& place)
{
    if (place.atHome()) return RebalanceCard::tr("at home");
    return place.goesHome() ? RebalanceCard::tr("goes home")
                            : RebalanceCard::tr("stays: %1").arg(tables::translated(place.refusal));
}

} // namespace

RebalanceCard::RebalanceCard(const Theme& theme, QWidget* parent) : Card(theme, {}, parent)
{
    setObjectName(QStringLiteral("rebalance"));
    m_forecast = makeMutedParagraph(theme);
    m_forecast->setObjectName(QStringLiteral("forecast"));
    m_places = makeGrid();
    m_places->setColumnStretch(4, 1);
    m_shares = makeGrid();
    for (int column = 1; column < 5; ++column)
        m_shares->setColumnStretch(column, 1);
    body().addWidget(m_forecast);
    body().addLayout(m_places);
    body().addSpacing(size::betweenControls);
    body().addLayout(m_shares);
}

void RebalanceCard::setPlaces(const std::vector<domain::DatabasePlace>& places,
                              const std::vector<domain::ServerShare>& shares, const QString& forecast)
{
    m_forecast->setText(forecast);
    m_forecast->setVisible(!forecast.isEmpty());
    clear(*m_places);
    clear(*m_shares);
    addPlaces(places);
    addShares(shares);
}

// The databases that are away come first.
void RebalanceCard::addPlaces(const std::vector<domain::DatabasePlace>& places)
{
    auto ordered = places;
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const domain::DatabasePlace& place) { return !place.atHome(); });
    addHeads(theme(), *m_places,
             {tr("Database"), tr("Server now"), tr("Preferred server"), tr("Its copy there"), tr("Outlook")});
    int row = 1;
    for (const auto& place : ordered) {
        const auto role = place.atHome() ? Role::Muted : place.goesHome() ? Role::Text : Role::Warning;
        int column = 0;
        for (const auto& text : {plainText(place.database.text()), plainText(place.activeOn.text()),
                                 plainText(place.preferred.text()), queuesText(place)})
            m_places->addWidget(new TextLabel(theme(), Type::Body, place.atHome() ? Role::Muted : Role::Text, text),
                                row, column++, Qt::AlignTop);
        auto* outlook = new TextLabel(theme(), Type::Body, role, outlookText(place));
        outlook->setWordWrap(true);
        m_places->addWidget(outlook, row++, column, Qt::AlignTop);
    }
}

void RebalanceCard::addShares(const std::vector<domain::ServerShare>& shares)
{
    addHeads(theme(), *m_shares, {tr("Active databases"), tr("Before"), tr("Planned"), tr("Now"), tr("Preferred")});
    int most = 1;
    for (const auto& share : shares)
        most = std::max({most, share.before, share.planned, share.actual, share.preferred});
    int row = 1;
    for (const auto& share : shares) {
        const auto server = plainText(share.server.text());
        m_shares->addWidget(new TextLabel(theme(), Type::Body, Role::Text, server), row, 0);
        int column = 1;
        for (const int count : {share.before, share.planned, share.actual, share.preferred}) {
            auto* cell = new QWidget;
            auto* line = new QHBoxLayout(cell);
            line->setContentsMargins(0, 0, 0, 0);
            auto* bar = new MeterBar(theme());
            const auto number = tables::numberText(qint64(count));
            bar->setShare(double(count) / most, count == share.preferred ? Role::Ok : Role::Info,
                          tr("%1: %2 active databases", "server and count").arg(server, number));
            line->addWidget(new TextLabel(theme(), Type::Body, Role::Text, number));
            line->addWidget(bar, 1);
            m_shares->addWidget(cell, row, column++);
        }
        ++row;
    }
}

QString forecastText(const domain::DagSnapshot& basis, const std::string& name)
{
    const auto* group = basis.group(domain::DagName(name));
    if (!group) return {};
    if (const auto by = domain::homeBy(*group, basis.takenAt))
        return RebalanceCard::tr("Exchange brings databases home by itself, at the latest at %1.")
            .arg(tables::timeText(*by));
    return tables::translated(domain::homeForecast(*group, basis.takenAt));
}

} // namespace drydock::ui
