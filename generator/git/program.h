// The git command itself, for what needs a network: it knows its users' keys, passwords and proxies. What is
// secret in an address is not shown, whoever shows it. And what a first commit needs: a repository and a name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/content_id.h"

namespace traff {

// Where `branch` is in the remote (its name, or an address); nothing when it has no such branch. Fetches the commit.
// Throws Failure W87 when git cannot reach it.
std::optional<ContentId> fetch_branch(const std::string& repository, const std::string& remote,
                                      const std::string& branch);

// Never by force. Throws Failure W87 when git cannot, or when the remote has moved on.
void push_branch(const std::string& repository, const std::string& remote, const std::string& branch);

// Makes the folder and a repository in it, whose first branch is main; one that is there already stays as it is.
// Throws Failure W2.
void make_repository(const std::string& folder);

// Whether the repository's settings, or the user's, have user.name and user.email. Only reads. True when that cannot be
// told.
bool has_identity(const std::string& repository);

}  // namespace traff
