package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends ambiguous messages, each with a second request hidden behind the first. {@code ~} stands for the end of a line. */
@Tag("H8")
class FramingTest {

    private static final String HIDDEN = "GET /healthz HTTP/1.1~Host: a~~";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length: 4~Transfer-Encoding: chunked~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked~Content-Length: 4~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length: 4~Content-Length: 5~~abcd",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length: 4~Content-Length: 4~~abcd",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length: 4, 4~~abcd",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length: +4~~abcd",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length: -1~~",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length: 0x4~~abcd",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length: 4 4~~abcd",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length: 99999999999999999999~~",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length:~~",
                "POST /accounts/link HTTP/1.1~Host: a~Content-Length : 4~~abcd",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: xchunked~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked, identity~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked, chunked~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: identity~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding : chunked~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~ Transfer-Encoding: chunked~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding:\u000bchunked~~0~~",
                "POST /accounts/link HTTP/1.0~Host: a~Transfer-Encoding: chunked~~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked~~x~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked~~-1~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked~~0x1~a~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked~~fffffffffffffffff~a~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked~~1~abc~0~~",
                "POST /accounts/link HTTP/1.1~Host: a~Transfer-Encoding: chunked~~1\na\n0\n\n",
                "GET /accounts HTTP/1.1~Host: a~X: b~ c~~",
                "GET /accounts HTTP/1.1~Host: a~X: b~\tc~~",
                "GET /accounts HTTP/1.1~ Host: a~~",
                "GET /accounts HTTP/1.1~Host : a~~",
                "GET /accounts HTTP/1.1~Host: a~X~~",
                "GET /accounts HTTP/1.1~Host: a~: b~~",
                "GET /accounts HTTP/1.1~Host: a~X: b\u0000c~~",
                "GET /accounts HTTP/1.1~Host: a~X: b\rc~~",
                "GET /accounts HTTP/1.1~Host: a~X(: b~~",
                "GET /accounts HTTP/1.1\nHost: a\n\n",
                "GET /accounts HTTP/1.1~Host: a\n~",
                "GET /accounts HTTP/1.1~~",
                "GET /accounts HTTP/1.1~Host: a~Host: b~~",
                "GET /accounts HTTP/1.1~Host: a~Host: a~~",
                "GET /accounts HTTP/1.1~Host:~~",
                "GET /accounts HTTP/1.1~Host: a b~~",
                "GET /accounts HTTP/1.1~Host: a/b~~",
                "GET /accounts HTTP/1.1~Host: a:99999~~",
                "GET /acc ounts HTTP/1.1~Host: a~~",
                "GET\t/accounts HTTP/1.1~Host: a~~",
                "G(T /accounts HTTP/1.1~Host: a~~",
                "GET /accounts HTTP/1.1 ~Host: a~~",
                "GET /accounts HTTP/1.1\u0000~Host: a~~",
                "GET /accounts\u0001 HTTP/1.1~Host: a~~",
                "\u0000GET /accounts HTTP/1.1~Host: a~~",
                "\u0016\u0003\u0001\u0000\u0005~~"
            })
    void an_ambiguous_message_is_rejected_and_ends_the_connection(String message) {
        TestResponse response = only(message + HIDDEN);
        response.isProblem(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /accounts HTTP/1.2~Host: a~~",
                "GET /accounts HTTP/3.0~Host: a~~",
                "GET /accounts HTTP/0.9~Host: a~~",
                "GET /accounts HTTP/11~Host: a~~",
                "GET /accounts~~"
            })
    void an_unknown_version_is_rejected(String message) {
        TestResponse response = only(message + HIDDEN);
        assertTrue(List.of(400, 505).contains(response.status()), response::toString);
        response.isProblem(
                response.status(), response.status() == 400 ? "invalid_request" : "http_version_not_supported");
    }

    @Test
    void http_2_is_told_to_use_http_1() {
        TestResponse response = only("PRI * HTTP/2.0~~SM~~");
        response.isProblem(426, "upgrade_required");
    }

    @Test
    void an_unknown_expectation_fails() {
        only("POST /accounts/link HTTP/1.1~Host: a~Expect: miracles~Content-Length: 2~~{}")
                .isProblem(417, "expectation_failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /healthz HTTP/1.1~Host: a~Transfer-Encoding: chunked~~1;a=b~x~0~~",
                "POST /healthz HTTP/1.1~Host: a~Transfer-Encoding: chunked~~1~x~0~T: u~~",
                "POST /healthz HTTP/1.1~Host: a~Transfer-Encoding: CHUNKED~~00001~x~0~~",
                "POST /healthz HTTP/1.1~Host: a~Content-Length: 1~~x",
                "POST /healthz HTTP/1.1~Host: a~Content-Length: 0~~",
                "GET /healthz HTTP/1.1~Host: a~Content-Length: 3~~abc",
                "GET http://evil.example/healthz HTTP/1.1~Host: a~~",
                "GET http://evil.example/accounts/google/1 HTTP/1.1~Host: a~~",
                "GET  /healthz  HTTP/1.1~Host: a~~",
                "GET /healthz HTTP/1.1~Host: a,b~~",
                "~~GET /healthz HTTP/1.1~Host: a~~"
            })
    void an_unambiguous_message_and_the_next_are_answered(String message) {
        try (RawHttp connection = API.connect()) {
            connection.send(lines(message + HIDDEN)).endSending();
            List<TestResponse> responses = connection.readAll();
            assertEquals(2, responses.size(), responses::toString);
            assertTrue(responses.get(0).hasCommonHeaders().status() < 500, responses::toString);
            assertEquals("{\"status\":\"alive\"}", responses.get(1).body());
        }
    }

    private static TestResponse only(String message) {
        try (RawHttp connection = API.connect()) {
            connection.send(lines(message));
            List<TestResponse> responses = connection.readAll();
            assertEquals(1, responses.size(), responses::toString);
            return responses.get(0);
        }
    }

    private static String lines(String message) {
        return message.replace("~", "\r\n");
    }
}
