// Whether a request's Host header names this page. A stranger's web site can have its own name
// point at 127.0.0.1 (DNS rebinding) and then read what is served there, but the browser still
// says the stranger's name. Pure function; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khabar {

// True for an IP address, localhost and the names of `names`, each with or without a port: a name
// that somebody else could have pointed here is none of these.
bool is_own_host(std::string_view host, const std::vector<std::string>& names);

}  // namespace khabar
