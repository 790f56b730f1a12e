#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/number_in.hpp"

namespace corridor::cli {

/// An option that takes a number from 0.
inline CLI::Option* add_number_option(CLI::App& sub, const std::string& name,
                                      std::optional<double>& number, const std::string& help) {
  return sub
      .add_option_function<std::string>(
          name,
          [name, &number](const std::string& text) {
            const std::optional<double> read = number_in<double>(text);
            if (!read || !(*read >= 0 && *read <= 1e18)) {
              throw CLI::ValidationError(name, "'" + text + "' is no number from 0");
            }
            number = *read;
          },
          help)
      ->type_name("NUMBER");
}

}  // namespace corridor::cli
