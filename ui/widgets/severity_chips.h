// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A row of buttons, one for each severity with its number of rows; the checked one filters a table.
#pragma once

#include "model/domain/health_rules.h"
#include "ui/theme/theme.h"

#include <QSet>
#include <QWidget>

#include <functional>
#include <vector>

class QAbstractButton;
class QButtonGroup;

namespace drydock::ui {

class SeverityChips : public QWidget
{
    Q_OBJECT

public:
    explicit SeverityChips(const Theme& theme, QWidget* parent = nullptr);

    // `all` is the number of all rows. A severity without rows has no button unless it is the chosen one.
    void setCounts(int all, const std::function<int(domain::Severity)>& count);
    [[nodiscard]] QSet<domain::Severity> chosen() const; // empty when all severities are shown

signals:
    void chosenChanged(const QSet<drydock::domain::Severity>& severities);

private:
    QButtonGroup* m_group;
    std::vector<QAbstractButton*> m_chips; // "All" first, then the severities as in `order`
};

} // namespace drydock::ui
