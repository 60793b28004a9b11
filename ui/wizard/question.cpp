// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/question.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace drydock::ui {

QMessageBox* ask(QWidget& parent, const Question& question, std::function<void(bool)> then)
{
    auto* box = new QMessageBox(&parent);
    box->setObjectName(QStringLiteral("question"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(question.title);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.text);
    box->setInformativeText(question.detail);
    for (auto* label : box->findChildren<QLabel*>())
        label->setTextFormat(Qt::PlainText);
    auto* accept = box->addButton(question.accept, QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("accept"));
    auto* reject = box->addButton(question.reject, QMessageBox::RejectRole);
    reject->setObjectName(QStringLiteral("reject"));
    box->setDefaultButton(reject);
    box->setEscapeButton(reject);
    QObject::connect(box, &QDialog::finished, &parent,
                     [box, accept, then = std::move(then)](int) { then(box->clickedButton() == accept); });
    box->open();
    return box;
}

} // namespace drydock::ui
