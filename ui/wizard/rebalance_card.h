// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shows where the databases of a group are and belong, why one stays, and how many each server has.
#pragma once

#include "model/domain/preferred_server.h"
#include "ui/widgets/card.h"

#include <QString>

#include <string>
#include <vector>

class QGridLayout;
class QLabel;

namespace drydock::ui {

class RebalanceCard : public Card
{
    Q_OBJECT

public:
    explicit RebalanceCard(const Theme& theme, QWidget* parent = nullptr);

    // `forecast` says when Exchange would bring the databases home by itself; an empty one is not shown.
    void setPlaces(const std::vector<domain::DatabasePlace>& places, const std::vector<domain::ServerShare>& shares,
                   const QString& forecast);

private:
    void addPlaces(const std::vector<domain::DatabasePlace>& places);
    void addShares(const std::vector<domain::ServerShare>& shares);

    QLabel* m_forecast = nullptr;
    QGridLayout* m_places = nullptr;
    QGridLayout* m_shares = nullptr;
};

// Returns the forecast for the group of the plan by its snapshot, with the time in the operator's time zone.
[[nodiscard]] QString forecastText(const domain::DagSnapshot& basis, const std::string& group);

} // namespace drydock::ui
