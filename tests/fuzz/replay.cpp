// Stands in for libFuzzer where the compiler has none: runs a target over its corpus and over
// seeded mutations of it, so that every test run is a short fuzzing run, under any sanitizer.
//
//   replay_core_html_tree CORPUS_FOLDER [ROUNDS [SEED]]
//
// The seed is printed; the input in work is written beside the program when it aborts.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

constexpr std::size_t kInputBytesMax = 64 << 10;
constexpr char kCrashFile[] = "replay-crash-input";
const std::string* in_work = nullptr;  // for the handler only

void keep_input(int signal) {
  const int file = ::open(kCrashFile, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file >= 0 && in_work != nullptr) {
    (void)!::write(file, in_work->data(), in_work->size());
    ::close(file);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void run(const std::string& input) {
  in_work = &input;
  // A copy of exactly this size, so that AddressSanitizer sees a read past its end.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::vector<std::string> read_corpus(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry);
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> corpus;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return corpus;
}

class Mutator {
 public:
  Mutator(const std::vector<std::string>& corpus, std::uint64_t seed)
      : corpus_(corpus), random_(seed) {}

  std::string next() {
    std::string input = corpus_[below(corpus_.size())];
    for (std::size_t steps = 1 + below(6); steps > 0; --steps) step(input);
    if (input.size() > kInputBytesMax) input.resize(kInputBytesMax);
    return input;
  }

 private:
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

  void step(std::string& input) {
    const std::size_t at = below(input.size() + 1);
    const std::size_t length = below(std::min<std::size_t>(input.size() - at, 64) + 1);
    switch (below(7)) {
      case 0:
        if (at < input.size()) input[at] = static_cast<char>(random_());
        return;
      case 1:
        input.erase(at, length);
        return;
      case 2:
        input.insert(at, input.substr(at, length));
        return;
      case 3:
        input.insert(at, odd_bytes());
        return;
      case 4: {  // the head of this, the tail of another
        const std::string& other = corpus_[below(corpus_.size())];
        input.replace(at, std::string::npos, other, below(other.size() + 1), std::string::npos);
        return;
      }
      case 5:
        input.resize(at);
        return;
      default:  // one piece many times: what is not linear shows
        for (std::size_t n = below(200); n > 0 && input.size() < kInputBytesMax; --n) {
          input.insert(at, input.substr(at, std::max<std::size_t>(length, 1)));
        }
    }
  }

  std::string odd_bytes() {
    static constexpr std::string_view kOdd[] = {std::string_view("\0", 1),
                                                "\xFF",
                                                "\xED\xA0\x80",
                                                "\xEF\xBB\xBF",
                                                "\xE2\x80\x8F",
                                                "\xD9\x80",
                                                "\r\n\r\n",
                                                "<![CDATA[",
                                                "<!--",
                                                "&#x10FFFF;",
                                                "&amp;lt;",
                                                "%00%",
                                                "\"\\uD800",
                                                "9999999999",
                                                "-1",
                                                "\x1F\x8B\x08",
                                                "</p>",
                                                "://",
                                                "\t",
                                                "%"};
    return std::string(kOdd[below(std::size(kOdd))]);
  }

  const std::vector<std::string>& corpus_;
  std::mt19937_64 random_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: %s CORPUS [ROUNDS [SEED]]\n", argv[0]), 2;
  const std::size_t rounds = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1000;
  const std::uint64_t seed =
      argc > 3 ? std::strtoull(argv[3], nullptr, 10) : std::random_device{}();
  const std::vector<std::string> corpus = read_corpus(argv[1]);
  if (corpus.empty()) return std::fprintf(stderr, "%s: no seed inputs\n", argv[1]), 1;
  std::printf("%zu seed inputs, %zu mutations, seed %llu; on a crash: %s\n", corpus.size(), rounds,
              static_cast<unsigned long long>(seed), kCrashFile);
  std::fflush(stdout);
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS}) std::signal(signal, keep_input);
  for (const std::string& input : corpus) run(input);
  Mutator mutator(corpus, seed);
  for (std::size_t i = 0; i < rounds; ++i) run(mutator.next());
  return 0;
}
