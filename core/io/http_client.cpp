// One thread, one epoll, one curl multi handle. (Names are looked up by getaddrinfo on threads that
// libcurl starts, one a lookup, so at most connections_max.)
//
//   send ──> inbox ──> queue ──> exchange in the multi handle ──> outbox ──> wait
//            (mutex)   (places    (handles used again and again)   (mutex)
//                      of origins)
#include "core/io/http_client.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <mutex>
#include <thread>

#include <curl/curl.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "core/base/check.h"
#include "core/io/http_exchange.h"
#include "core/io/http_queue.h"
#include "core/io/http_target.h"

namespace khabar {
namespace {

constexpr std::size_t kEventsMax = 256;  // taken from epoll at a time

template <class Value>
void set(CURLM* multi, CURLMoption option, Value value) {
  const CURLMcode code = curl_multi_setopt(multi, option, value);
  CHECK_THAT(code == CURLM_OK, curl_multi_strerror(code));
}

class CurlHttpClient final : public HttpClient {
 public:
  CurlHttpClient(const HttpClientOptions& options, AddressGuard guard, ResolveRules rules);
  ~CurlHttpClient() override;

  void send(HttpRequest request) override;
  std::vector<HttpReply> wait(std::size_t max, Milliseconds longest) override;
  std::size_t open() const override { return open_.load(); }

 private:
  static int on_socket(CURL*, curl_socket_t socket, int what, void* self, void* watched);
  static int on_timer(CURLM*, long timeout_ms, void* self);

  void run();
  void take_inbox();
  void begin_ready();
  bool may_begin() const;
  void begin(HttpQueue::Entry entry);
  void add(HttpExchange& exchange);
  void act_on_timer();
  void act_on_events();
  void collect();
  void hand_out();
  int sleep_ms() const;
  void wake();
  void watch(curl_socket_t socket, int what, bool is_watched);

  HttpGround ground_;
  CURLM* multi_ = nullptr;
  int epoll_ = -1;
  int wake_ = -1;

  // The client's thread.
  HttpQueue queue_;
  std::vector<std::unique_ptr<HttpExchange>> exchanges_;  // grows to connections_max
  std::vector<HttpExchange*> idle_;
  std::size_t running_ = 0;
  std::optional<SteadyPoint> timer_;
  std::vector<HttpReply> ended_;
  std::vector<HttpRequest> taken_;

  std::mutex inbox_mutex_;
  std::vector<HttpRequest> inbox_;
  std::mutex outbox_mutex_;
  std::condition_variable outbox_filled_;
  std::deque<HttpReply> outbox_;
  std::atomic<std::size_t> open_{0};
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

CurlHttpClient::CurlHttpClient(const HttpClientOptions& options, AddressGuard guard,
                               ResolveRules rules)
    : ground_{options, std::move(guard), std::move(rules)},
      queue_(options.connections_per_host_max) {
  multi_ = curl_multi_init();
  epoll_ = epoll_create1(EPOLL_CLOEXEC);
  wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  CHECK_THAT(multi_ != nullptr && epoll_ >= 0 && wake_ >= 0, "HTTP client: no descriptors left");
  epoll_event event{.events = EPOLLIN, .data = {.fd = wake_}};
  CHECK(epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event) == 0);
  const auto connections = static_cast<long>(ground_.options.connections_max);
  set(multi_, CURLMOPT_SOCKETFUNCTION, &CurlHttpClient::on_socket);
  set(multi_, CURLMOPT_SOCKETDATA, this);
  set(multi_, CURLMOPT_TIMERFUNCTION, &CurlHttpClient::on_timer);
  set(multi_, CURLMOPT_TIMERDATA, this);
  set(multi_, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
  set(multi_, CURLMOPT_MAX_TOTAL_CONNECTIONS, connections);
  set(multi_, CURLMOPT_MAXCONNECTS, connections);  // kept open for the next request
  thread_ = std::thread([this] { run(); });
}

CurlHttpClient::~CurlHttpClient() {
  stopping_ = true;
  wake();
  thread_.join();
  for (const auto& exchange : exchanges_) curl_multi_remove_handle(multi_, exchange->handle());
  exchanges_.clear();
  curl_multi_cleanup(multi_);
  close(wake_);
  close(epoll_);
  curl_global_cleanup();
}

void CurlHttpClient::send(HttpRequest request) {
  if (++open_ > ground_.options.requests_open_max) {
    const std::string why =
        std::to_string(ground_.options.requests_open_max) + " requests are open already";
    HttpReply reply = failed_reply(request, HttpFailure::overloaded, why);
    const std::lock_guard lock(outbox_mutex_);
    outbox_.push_back(std::move(reply));
    outbox_filled_.notify_one();
    return;
  }
  bool was_empty = false;
  {
    const std::lock_guard lock(inbox_mutex_);
    was_empty = inbox_.empty();
    inbox_.push_back(std::move(request));
  }
  if (was_empty) wake();
}

std::vector<HttpReply> CurlHttpClient::wait(std::size_t max, Milliseconds longest) {
  std::vector<HttpReply> replies;
  std::unique_lock lock(outbox_mutex_);
  outbox_filled_.wait_for(lock, longest, [this] { return !outbox_.empty(); });
  const std::size_t count = std::min(max, outbox_.size());
  replies.reserve(count);
  std::size_t body_bytes = 0;
  for (std::size_t i = 0; i < count; ++i) {
    body_bytes += outbox_.front().body.size();
    replies.push_back(std::move(outbox_.front()));
    outbox_.pop_front();
  }
  lock.unlock();
  open_ -= count;
  const std::size_t before = ground_.body_bytes.fetch_sub(body_bytes);
  const std::size_t most = ground_.options.bodies_bytes_max;
  if (before > most && before - body_bytes <= most) wake();  // it may begin again
  return replies;
}

void CurlHttpClient::wake() {
  const std::uint64_t one = 1;
  // Fails only when 2^64 - 2 wishes wait to be read: it wakes all the same.
  [[maybe_unused]] const ssize_t written = write(wake_, &one, sizeof one);
}

int CurlHttpClient::on_socket(CURL*, curl_socket_t socket, int what, void* self, void* watched) {
  static_cast<CurlHttpClient*>(self)->watch(socket, what, watched != nullptr);
  return 0;
}

void CurlHttpClient::watch(curl_socket_t socket, int what, bool is_watched) {
  if (what == CURL_POLL_REMOVE) {
    epoll_ctl(epoll_, EPOLL_CTL_DEL, socket, nullptr);  // fails when it is closed: gone as well
    return;
  }
  epoll_event event{.events = 0, .data = {.fd = socket}};
  if ((what & CURL_POLL_IN) != 0) event.events |= EPOLLIN;
  if ((what & CURL_POLL_OUT) != 0) event.events |= EPOLLOUT;
  const int operation = is_watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
  // A number that curl closed and got again is not where curl believes it to be.
  const int other = is_watched ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
  if (epoll_ctl(epoll_, operation, socket, &event) != 0) epoll_ctl(epoll_, other, socket, &event);
  if (!is_watched) curl_multi_assign(multi_, socket, this);
}

int CurlHttpClient::on_timer(CURLM*, long timeout_ms, void* self) {
  auto& timer = static_cast<CurlHttpClient*>(self)->timer_;
  if (timeout_ms < 0) {
    timer.reset();
  } else {
    timer = std::chrono::steady_clock::now() + Milliseconds{timeout_ms};
  }
  return 0;
}

void CurlHttpClient::run() {
  pthread_setname_np(pthread_self(), "http");
  sigset_t all;  // SIGTERM is for the main thread; SIGPIPE of a TLS socket for nobody
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
  while (!stopping_) {
    take_inbox();
    begin_ready();
    act_on_timer();
    collect();
    hand_out();
    act_on_events();
    collect();
  }
}

void CurlHttpClient::take_inbox() {
  {
    const std::lock_guard lock(inbox_mutex_);
    taken_.swap(inbox_);
  }
  for (HttpRequest& request : taken_) {
    auto target = parse_http_target(request.url);
    if (target) {
      queue_.push({std::move(request), *std::move(target)});
    } else {
      ended_.push_back(failed_reply(request, HttpFailure::bad_url, target.error().message));
    }
  }
  taken_.clear();
}

bool CurlHttpClient::may_begin() const {
  return queue_.has_ready() && running_ < ground_.options.connections_max &&
         ground_.body_bytes <= ground_.options.bodies_bytes_max;
}

void CurlHttpClient::begin_ready() {
  while (may_begin()) begin(*queue_.pop());
}

void CurlHttpClient::begin(HttpQueue::Entry entry) {
  if (idle_.empty()) {
    idle_.push_back(exchanges_.emplace_back(std::make_unique<HttpExchange>(ground_)).get());
  }
  HttpExchange& exchange = *idle_.back();
  if (auto refused = exchange.begin(std::move(entry))) {
    ended_.push_back(*std::move(refused));
    queue_.done(exchange.origin());
    return;
  }
  idle_.pop_back();
  ++running_;
  add(exchange);
}

void CurlHttpClient::add(HttpExchange& exchange) {
  const CURLMcode code = curl_multi_add_handle(multi_, exchange.handle());
  CHECK_THAT(code == CURLM_OK, curl_multi_strerror(code));
}

void CurlHttpClient::act_on_timer() {
  if (!timer_ || *timer_ > std::chrono::steady_clock::now()) return;
  timer_.reset();  // curl tells the next one in the call
  int running = 0;
  curl_multi_socket_action(multi_, CURL_SOCKET_TIMEOUT, 0, &running);
}

int CurlHttpClient::sleep_ms() const {
  if (may_begin()) return 0;
  if (!timer_) return -1;
  const auto left = *timer_ - std::chrono::steady_clock::now();
  return static_cast<int>(
      std::clamp(std::chrono::ceil<Milliseconds>(left), Milliseconds{0}, Milliseconds{60'000})
          .count());
}

void CurlHttpClient::act_on_events() {
  epoll_event events[kEventsMax];
  const int count = epoll_wait(epoll_, events, kEventsMax, sleep_ms());
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[i];
    if (event.data.fd == wake_) {
      std::uint64_t wishes = 0;
      [[maybe_unused]] const ssize_t got = read(wake_, &wishes, sizeof wishes);
      continue;
    }
    int mask = 0, running = 0;
    if ((event.events & EPOLLIN) != 0) mask |= CURL_CSELECT_IN;
    if ((event.events & EPOLLOUT) != 0) mask |= CURL_CSELECT_OUT;
    if ((event.events & (EPOLLERR | EPOLLHUP)) != 0) mask |= CURL_CSELECT_ERR;
    curl_multi_socket_action(multi_, event.data.fd, mask, &running);
  }
}

void CurlHttpClient::collect() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* const handle = message->easy_handle;
    const CURLcode code = message->data.result;  // `message` dies with the removal
    char* pointer = nullptr;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &pointer);
    curl_multi_remove_handle(multi_, handle);
    auto* const exchange = static_cast<HttpExchange*>(static_cast<void*>(pointer));
    if (exchange->asks_plainly(code)) {
      add(*exchange);
      continue;
    }
    ended_.push_back(exchange->end(code));
    queue_.done(exchange->origin());
    idle_.push_back(exchange);
    --running_;
  }
}

void CurlHttpClient::hand_out() {
  if (ended_.empty()) return;
  {
    const std::lock_guard lock(outbox_mutex_);
    std::move(ended_.begin(), ended_.end(), std::back_inserter(outbox_));
  }
  ended_.clear();
  outbox_filled_.notify_one();
}

Status check_options(const HttpClientOptions& options) {
  const auto wrong = [](const std::string& why) { return invalid("HTTP client: " + why); };
  if (options.connections_max == 0 || options.connections_max > 65'536) {
    return wrong("connections_max " + std::to_string(options.connections_max) +
                 " is not in 1 to 65536");
  }
  if (options.connections_per_host_max == 0) return wrong("connections_per_host_max is 0");
  if (options.connect_timeout.count() <= 0) return wrong("connect_timeout is 0");
  if (options.user_agent.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) {
    return wrong("user_agent holds a line break");
  }
  if (!options.ca_file.empty() && access(options.ca_file.c_str(), R_OK) != 0) {
    return wrong("ca_file " + options.ca_file + " cannot be read");
  }
  if (options.proxy.empty()) return {};
  for (const std::string_view scheme : {"http://", "https://", "socks5h://"}) {
    if (options.proxy.starts_with(scheme)) return {};
  }
  return wrong("proxy \"" + options.proxy + "\" is not http://, https:// or socks5h://");
}

}  // namespace

Result<std::unique_ptr<HttpClient>> open_http_client(const HttpClientOptions& options) {
  if (auto ok = check_options(options); !ok) return tl::unexpected(ok.error());
  auto guard = AddressGuard::make(options.allow_private_addresses, options.allowed_networks);
  if (!guard) return invalid("HTTP client: " + guard.error().message);
  auto rules = ResolveRules::parse(options.resolve);
  if (!rules) return invalid("HTTP client: " + rules.error().message);
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    return unavailable("HTTP client: libcurl does not start");
  }
  return std::make_unique<CurlHttpClient>(options, *std::move(guard), *std::move(rules));
}

}  // namespace khabar
