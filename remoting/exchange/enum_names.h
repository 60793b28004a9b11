// The numbers and names of the enums of Exchange and Windows (exchange.md 5), for values that arrive as numbers.
#pragma once

#include "remoting/exchange/value_conversion.h"

namespace drydock::exchange::enum_names {

inline constexpr EnumName serviceState[] = {{0, "Inactive"}, {1, "Active"}, {2, "Draining"}};
inline constexpr EnumName autoActivationPolicy[] = {{0, "Unrestricted"}, {1, "IntrasiteOnly"}, {2, "Blocked"}};
inline constexpr EnumName nodeState[] = {{0, "Up"}, {1, "Down"}, {2, "Paused"}, {3, "Joining"}};
inline constexpr EnumName copyStatus[] = {{0, "Unknown"},
                                          {3, "Failed"},
                                          {4, "Seeding"},
                                          {5, "Suspended"},
                                          {6, "Healthy"},
                                          {7, "ServiceDown"},
                                          {8, "Initializing"},
                                          {9, "Resynchronizing"},
                                          {11, "Mounted"},
                                          {12, "Dismounted"},
                                          {13, "Mounting"},
                                          {14, "Dismounting"},
                                          {15, "DisconnectedAndHealthy"},
                                          {16, "FailedAndSuspended"},
                                          {17, "DisconnectedAndResynchronizing"},
                                          {18, "NonExchangeReplication"},
                                          {19, "SeedingSource"},
                                          {20, "Misconfigured"}};
inline constexpr EnumName contentIndexState[] = {{0, "Unknown"},       {1, "Healthy"},
                                                 {2, "Crawling"},      {3, "Failed"},
                                                 {4, "Seeding"},       {5, "FailedAndSuspended"},
                                                 {6, "Suspended"},     {7, "Disabled"},
                                                 {8, "AutoSuspended"}, {9, "HealthyAndUpgrading"}};
inline constexpr EnumName replicationType[] = {{0, "None"}, {2, "Remote"}};
// System.ServiceProcess.ServiceControllerStatus and ServiceStartMode.
inline constexpr EnumName serviceStatus[] = {{1, "Stopped"}, {2, "StartPending"},    {3, "StopPending"},
                                             {4, "Running"}, {5, "ContinuePending"}, {6, "PausePending"},
                                             {7, "Paused"}};
inline constexpr EnumName serviceStartType[] = {
    {0, "Boot"}, {1, "System"}, {2, "Automatic"}, {3, "Manual"}, {4, "Disabled"}};

} // namespace drydock::exchange::enum_names
