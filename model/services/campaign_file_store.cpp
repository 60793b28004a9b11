// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/campaign_file_store.h"

#include "model/services/durable_file.h"
#include "model/services/group_lock.h"
#include "model/services/journal_lines.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace drydock::services {
namespace {

using domain::ErrorKind;
using domain::fail;
using domain::Result;

constexpr QLatin1String campaignSuffix(".jsonl");
constexpr qint64 largestCampaign = 16 << 20; // of a journal; one of ten servers has some 10 KiB

class CampaignFile final : public ports::CampaignJournal
{
public:
    CampaignFile(std::unique_ptr<FileLock> own, std::unique_ptr<FileLock> ofGroup, std::unique_ptr<DurableFile> file)
        : m_own(std::move(own)), m_ofGroup(std::move(ofGroup)), m_file(std::move(file))
    {
    }
    Result<> append(const maintenance::CampaignRecord& record) override
    {
        return m_file->append(checkedLine(maintenance::toJsonLine(record)));
    }

private:
    std::unique_ptr<FileLock> m_own;
    std::unique_ptr<FileLock> m_ofGroup;
    std::unique_ptr<DurableFile> m_file;
};

struct CampaignContent {
    std::vector<maintenance::CampaignRecord> records;
    WholeLines lines;
};

Result<CampaignContent> readCampaign(const QString& path)
{
    const auto name = path.toStdString();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, "read " + name, file.errorString().toStdString());
    if (file.size() > largestCampaign)
        return fail(ErrorKind::LimitExceeded, "read " + name, "no journal of a campaign is larger than 16 MB");
    const auto bytes = file.readAll();
    CampaignContent content;
    const auto take = [&content](std::string_view json, const std::string& where) -> Result<> {
        auto record = maintenance::campaignRecordFromJson(json);
        if (!record) return fail(record.error().within(where));
        content.records.push_back(std::move(*record));
        return {};
    };
    DRYDOCK_TRY(content.lines, readLines({bytes.constData(), std::size_t(bytes.size())}, name, take));
    if (content.records.empty()) return fail(ErrorKind::Usage, "read " + name, "the campaign was never begun");
    return content;
}

} // namespace

QString CampaignFileStore::pathOf(const std::string& id) const
{
    return m_folder + QLatin1Char('/') + QString::fromStdString(id) + campaignSuffix;
}

Result<std::unique_ptr<ports::CampaignJournal>> CampaignFileStore::create(const std::string& id,
                                                                          const std::string& group)
{
    if (!isSafeJournalName(id)) return fail(ErrorKind::Usage, "create a journal", "not a name for a campaign: " + id);
    if (!QDir().mkpath(m_folder)) return fail(ErrorKind::Storage, "create " + m_folder.toStdString());
    DRYDOCK_TRY(auto ofGroup, lockGroup(m_folder, group, "campaign"));
    DRYDOCK_TRY(auto own, FileLock::take(pathOf(id)));
    auto file = std::make_unique<DurableFile>();
    DRYDOCK_TRY_VOID(file->open(pathOf(id), DurableFile::Mode::CreateNew));
    return std::make_unique<CampaignFile>(std::move(own), std::move(ofGroup), std::move(file));
}

Result<ports::OpenedCampaign> CampaignFileStore::open(const std::string& id)
{
    const auto path = pathOf(id);
    if (!isSafeJournalName(id) || !QFile::exists(path)) return fail(ErrorKind::NotFound, "open the journal of " + id);
    DRYDOCK_TRY(auto own, FileLock::take(path));
    DRYDOCK_TRY(const auto content, readCampaign(path));
    DRYDOCK_TRY(auto state, maintenance::replayCampaign(content.records));
    DRYDOCK_TRY(auto ofGroup, lockGroup(m_folder, state.plan.group, "campaign"));
    auto file = std::make_unique<DurableFile>();
    DRYDOCK_TRY_VOID(file->open(path, DurableFile::Mode::OpenExisting));
    if (content.lines.tornLength > 0) {
        DRYDOCK_TRY_VOID(file->truncate(qint64(content.lines.goodLength)));
    }
    return ports::OpenedCampaign{std::make_unique<CampaignFile>(std::move(own), std::move(ofGroup), std::move(file)),
                                 std::move(state), content.records.size()};
}

std::vector<ports::CampaignListing> CampaignFileStore::list()
{
    std::vector<ports::CampaignListing> campaigns;
    const auto files =
        QDir(m_folder).entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo& file : files) {
        ports::CampaignListing listing;
        listing.file = file.filePath().toStdString();
        auto state = readCampaign(file.filePath()).and_then([](const CampaignContent& content) {
            return maintenance::replayCampaign(content.records);
        });
        if (state) {
            listing.state = std::move(*state);
            listing.inUse = listing.state.resumable() && FileLock::isHeld(file.filePath());
        } else {
            listing.error = state.error();
            listing.state.id = file.completeBaseName().toStdString();
        }
        campaigns.push_back(std::move(listing));
    }
    return campaigns;
}

} // namespace drydock::services
