// One pill a severity with its count; the chosen one is the filter of a table.
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

    // A severity without rows has no chip, unless it is the chosen one.
    void setCounts(int all, const std::function<int(domain::Severity)>& count);
    [[nodiscard]] QSet<domain::Severity> chosen() const; // empty: all

signals:
    void chosenChanged(const QSet<drydock::domain::Severity>& severities);

private:
    QButtonGroup* m_group;
    std::vector<QAbstractButton*> m_chips; // "All" first, then as in `order`
};

} // namespace drydock::ui
