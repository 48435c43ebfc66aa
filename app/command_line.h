// The command line: what the words mean and what --help says. Main thread.
#pragma once

namespace khabar {

// Parses the words, runs the command, gives the exit code.
int run_command_line(int argc, char** argv);

}  // namespace khabar
