package io.omnibridge.benchmarks.contender;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx as it forwards with a header that never changes: what a proxy without users, checks and receipts can reach. */
final class Nginx {

    private static final String CONFIGURATION = """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log stderr;
            events {
                worker_connections 512;
            }
            http {
                access_log off;
                keepalive_requests 100000000;
                upstream provider {
                    server 127.0.0.1:%d;
                    keepalive 64;
                    keepalive_requests 100000000;
                }
                server {
                    listen 127.0.0.1:PORT;
                    location = /accounts {
                        return 200;
                    }
                    location /api/ {
                        rewrite ^ %s break;
                        proxy_pass http://provider;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_set_header Authorization "Bearer a-token-that-never-changes";
                    }
                }
            }
            """;

    /** Settings come as variables, and nginx reads none. */
    private static final String START =
            "echo \"$NGINX\" | sed \"s/PORT/$FLOOR_PORT/\" > nginx.conf && exec %s -p . -c nginx.conf";

    private Nginx() {}

    /** Forwards everything below {@code /api} to {@code path} of a provider at {@code port}; empty if nginx is not installed. */
    static Optional<Program> forwarding(int port, String path) {
        return Stream.of("/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")
                .filter(it -> Files.isExecutable(Path.of(it)))
                .findFirst()
                .map(nginx -> new Program(
                        List.of("sh", "-c", START.formatted(nginx)),
                        Map.of("NGINX", CONFIGURATION.formatted(port, path)),
                        false));
    }
}
