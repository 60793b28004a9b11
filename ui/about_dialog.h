// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Says which build of Drydock this is, in words that can be copied into a report of a bug, and which parts it is made
// of under which licences.
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

namespace drydock::ui {

class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const Theme& theme, QWidget* parent = nullptr);

private:
    QWidget* makeParts(const Theme& theme);
};

} // namespace drydock::ui
