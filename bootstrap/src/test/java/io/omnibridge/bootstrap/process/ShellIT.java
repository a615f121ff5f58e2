package io.omnibridge.bootstrap.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShellIT {

    /** The replacement for curl runs the documented commands on machines without curl. */
    @Test
    void the_replacement_sends_and_prints_what_curl_would() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ShellIT::echo);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/a?b=c";
        String script =
                "curl -sS '" + url + "' -H 'X-Word: hello' -d '{\"a\":1}' -w '%{http_code}\\n' && curl -sS -X DELETE "
                        + url + " -H \"X-Word: $WORD\"";

        try (Run run = Shell.runWithStandIn(script, Map.of("WORD", "bye"))) {
            assertEquals(0, run.exit(), run::err);
            assertEquals("POST /a?b=c hello {\"a\":1}202\nDELETE /a?b=c bye ", run.out());
        } finally {
            server.stop(0);
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String response = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Word") + " " + body;
        exchange.sendResponseHeaders(202, 0);
        exchange.getResponseBody().write(response.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }
}
