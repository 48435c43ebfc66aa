#!/usr/bin/env python3
"""client_rate.py BENCH [SITES [FILTER]]: the HTTP client alone (bench_core_io_http_client) against nginx as SITES (2,000)
news sites: 304s and pages a second, and the CPU time of each on the client's side."""
import os, subprocess, sys

from news_sites import NewsSites, skip_without_nginx


def main():
    skip_without_nginx()
    sites = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    with NewsSites(sites=sites, seed=1) as web:
        for site in web.sites:
            site.publish(1)
        environment = dict(os.environ, KHABAR_HTTP_PORT=str(web.http_port), KHABAR_HTTPS_PORT=str(web.https_port),
                           KHABAR_CA_FILE=web.ca_file, KHABAR_SITES=str(sites))
        words = [sys.argv[1], '--benchmark_min_time=3', f'--benchmark_filter={"".join(sys.argv[3:4]) or "."}']
        sys.exit(subprocess.run(words, env=environment).returncode)


if __name__ == '__main__':
    main()
