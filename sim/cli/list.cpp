#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/network/names.hpp"

#include "cli/command.hpp"
#include "cli/listings.hpp"

namespace corridor::cli {

namespace {

struct ListCommand {
  std::string what;
  std::string where;
  ListFilter filter;
  std::optional<Date> as_of;
  OutputOptions output;
};

/// Filters that would be passed over silently are mistakes.
void check_filters(const ListCommand& command) {
  const auto only = [&](bool given, const char* option, std::initializer_list<const char*> whats) {
    if (given && std::none_of(whats.begin(), whats.end(),
                              [&](const char* what) { return command.what == what; })) {
      throw CommandError(fmt::format("{} does not apply to {}", option, command.what));
    }
  };
  only(!command.filter.country.empty(), "--country", {"nodes", "links"});
  only(!command.filter.mode.empty(), "--mode", {"links"});
  only(!command.filter.status.empty(), "--status", {"links"});
  only(!command.filter.corridor.empty(), "--corridor", {"links"});
  only(command.as_of.has_value(), "--as-of", {"links"});
  if (command.filter.status.empty() || parse_status(command.filter.status)) return;
  const std::vector<std::string> known{status_names().begin(), status_names().end()};
  throw CommandError(fmt::format("--status: '{}' is no status; {}", command.filter.status,
                                 did_you_mean(command.filter.status, known)));
}

Listing listing_of(const ListCommand& command) {
  if (command.what == "scenarios") {
    return list_scenarios(command.where.empty() ? "scenarios" : command.where, command.filter,
                          command.output.reading());
  }
  Diagnostics warnings;
  const Network network =
      read_network(network_path(command.where), warnings, command.output.reading());
  warn(command.output, warnings);
  if (command.what == "nodes") return list_nodes(network, command.filter);
  if (command.what == "corridors") return list_corridors(network, command.filter);
  if (command.what == "policies") return list_policies(network, command.filter);
  const Date date = command.as_of.value_or(latest_date(network));
  return list_links(network, command.filter, base_state(network, CargoId{0}, date));
}

int act(const ListCommand& command) {
  check_filters(command);
  emit(command.output, report_listing(listing_of(command), format_of(command.output)));
  return answered;
}

}  // namespace

void add_list(CLI::App& app, Action& action) {
  auto command = std::make_shared<ListCommand>();
  CLI::App* sub = app.add_subcommand("list", "Find the ids of nodes, links, corridors and so on");
  sub->add_option("what", command->what, "nodes, links, corridors, policies or scenarios")
      ->required()
      ->check(
          CLI::IsMember({"nodes", "links", "corridors", "policies", "scenarios"}).description(""));
  sub->add_option("where", command->where,
                  fmt::format("Network file or folder (left out: {}); of scenarios, a folder (left "
                              "out: scenarios)",
                              default_network));
  sub->add_option("--filter", command->filter.text, "Only what has this text in its id or name")
      ->type_name("TEXT");
  sub->add_option("--country", command->filter.country, "Nodes in it, links that touch it")
      ->type_name("CC");
  sub->add_option("--mode", command->filter.mode, "Links of this mode")->type_name("ID");
  sub->add_option("--status", command->filter.status, "Links with this status")
      ->type_name("STATUS");
  sub->add_option("--corridor", command->filter.corridor, "Links that belong to this corridor")
      ->type_name("ID");
  add_output_options(*sub, command->output);
  add_date_option(*sub, command->as_of);
  sub->footer(
      "Examples:\n"
      "  corridor list nodes --country IR --filter bandar\n"
      "  corridor list links --mode rail --status planned\n"
      "  corridor list corridors scenarios/networks/eurasia --format csv\n"
      "  corridor list scenarios");
  sub->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace corridor::cli
