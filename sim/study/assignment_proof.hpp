#pragma once

#include "corridor/study/solve_flow.hpp"

namespace corridor {

/// What the volumes of an answer prove, in figures and in words.
struct AssignmentProof {
  AssignmentCertificate figures;
  SolveCertificate words;
};

AssignmentProof prove(const AssignmentQuestion& question, const Assignment& answer);

}  // namespace corridor
