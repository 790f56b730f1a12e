#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace corridor::test {
namespace {

struct Golden {
  const char* file;
  const char* arguments;
};

class GoldenOutput : public testing::TestWithParam<Golden> {};

TEST_P(GoldenOutput, IsWhatItWas) {
  const Ran ran = corridor_with(GetParam().arguments);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  expect_golden(GetParam().file, ran.out);
}

TEST_P(GoldenOutput, IsTheSameTwice) {
  EXPECT_EQ(corridor_with(GetParam().arguments).out, corridor_with(GetParam().arguments).out);
}

std::string golden_name(const testing::TestParamInfo<Golden>& golden) {
  std::string name = golden.param.file;
  for (char& c : name) {
    if (c == '-' || c == '.') c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(
    Commands, GoldenOutput,
    testing::Values(
        Golden{"run.txt", "run railway-opens.yaml"},
        Golden{"run.md", "run railway-opens.yaml --format markdown"},
        Golden{"run.csv", "run railway-opens.yaml --format csv"},
        Golden{"run.json", "run railway-opens.yaml --format json"},
        Golden{"run.tex", "run railway-opens.yaml --format latex"},
        Golden{"run-profile.txt", "run status-quo.yaml"},
        Golden{"run-two.txt", "run status-quo.yaml railway-opens.yaml --objective time"},
        Golden{"compare.txt", "compare status-quo.yaml railway-opens.yaml -m cost -m time"},
        Golden{"compare-country.csv",
               "compare status-quo.yaml railway-opens.yaml --by country --format csv"},
        Golden{"compare.json", "compare status-quo.yaml railway-opens.yaml --format json"},
        Golden{"routes.txt", "routes railway-opens.yaml"},
        Golden{"routes.csv", "routes railway-opens.yaml --format csv"},
        Golden{"diff.txt", "diff railway-opens.yaml"},
        Golden{"diff.json", "diff railway-opens.yaml --format json"},
        Golden{"flow.txt", "flow --max alba cova railway-opens.yaml"},
        Golden{"flow.json", "flow --max alba cova network.yaml --format json"},
        Golden{"flow-sets.md", "flow --max XA cova,elba railway-opens.yaml --format markdown"},
        Golden{"flow.csv", "flow --max alba cova railway-opens.yaml --format csv"},
        Golden{"flow-max-all.txt", "flow --max-all alba,brod,cova,dunn railway-opens.yaml"},
        Golden{"flow-max-all.csv", "flow --max-all XA,cova railway-opens.yaml --format csv"},
        Golden{"flow-max-all.json", "flow --max-all alba,cova network.yaml --format json"},
        Golden{"flow-demand.txt", "flow --quiet --allow-outside demand/more-grain.yaml --top 5"},
        Golden{"flow-demand.csv",
               "flow --quiet --allow-outside demand/more-grain.yaml --format csv"},
        Golden{"flow-demand.json",
               "flow --quiet --allow-outside demand/more-grain.yaml --format json"},
        Golden{"flow-demand-equilibrium.txt",
               "flow --quiet --demand demand/year.yaml railway-opens.yaml --method equilibrium"},
        Golden{"flow-demand-logit.txt",
               "flow --quiet --demand demand/year.yaml railway-opens.yaml --method "
               "path-size-logit --theta 0.5"},
        Golden{"flow-demand-unmet.txt", "flow --quiet --demand demand/year.yaml half-shut.yaml"},
        Golden{"flow-share.txt",
               "flow --quiet --demand demand/year.yaml half-shut.yaml --method concurrent"},
        Golden{"flow-share.csv",
               "flow --quiet --demand demand/year.yaml half-shut.yaml --method concurrent "
               "--format csv"},
        Golden{"flow-share.json",
               "flow --quiet --demand demand/year.yaml network.yaml --method concurrent "
               "--format json"},
        Golden{"run-with-demand.md",
               "run --quiet --allow-outside demand/more-grain.yaml --with-demand "
               "--format markdown"},
        Golden{"compare-with-demand.txt",
               "compare --quiet --allow-outside demand/more-grain.yaml --with-demand"},
        Golden{"list-nodes.txt", "list nodes network.yaml"},
        Golden{"list-links.txt", "list links network.yaml --mode road"},
        Golden{"list-links.csv", "list links network.yaml --format csv"},
        Golden{"list-corridors.txt", "list corridors network.yaml"},
        Golden{"list-policies.json", "list policies network.yaml --format json"},
        Golden{"list-scenarios.txt", "list scenarios ."},
        Golden{"solve.txt", "solve streets.gr --from 1 --to 5 --quiet"},
        Golden{"solve.json", "solve streets.gr --from 1 --to 5 --quiet --format json"},
        Golden{"solve-k.txt", "solve streets.gr --from 1 --to 5 --k 4 --quiet"},
        Golden{"solve-k.md", "solve streets.gr --from 1 --to 5 --k 9 --quiet --format markdown"},
        Golden{"solve-k.json", "solve streets.gr --from 1 --to 5 --k 2 --quiet --format json"},
        Golden{"solve-all.csv", "solve streets.gr --from 1 --all --quiet"},
        Golden{"solve-all.txt", "solve streets.gr --from 1 --all --quiet --format text"},
        Golden{"solve-all.json", "solve streets.gr --from 2 --all --quiet --format json"},
        Golden{"solve-max.txt", "solve canals.max --quiet"},
        Golden{"solve-max.json", "solve canals.max --quiet --format json"},
        Golden{"solve-min.md", "solve barges.min --quiet --format markdown"},
        Golden{"solve-min.json", "solve barges.min --quiet --format json"},
        Golden{"solve-min.csv", "solve barges.min --quiet --format csv"},
        Golden{"diff-demand.txt", "diff --allow-outside demand/more-grain.yaml"},
        Golden{"diff-demand.csv", "diff --allow-outside demand/more-grain.yaml --format csv"},
        Golden{"check.txt", "check network.yaml railway-opens.yaml"},
        Golden{"check-demand.txt", "check --network network.yaml demand/year.yaml"}),
    golden_name);

}  // namespace
}  // namespace corridor::test
