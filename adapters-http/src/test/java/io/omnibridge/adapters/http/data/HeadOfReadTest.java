package io.omnibridge.adapters.http.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.testing.FakeApis;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.CompleteBody;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Responses to HEAD, as they are on the wire. */
class HeadOfReadTest {

    private static final String HEAD = """
            HEAD /api/google/work/gmail/v1/messages HTTP/1.1
            Host: localhost
            Authorization: Bearer alice+data:read

            """.replace("\n", "\r\n");

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private record Empty() implements CompleteBody {

        @Override
        public byte[] bytes() {
            return new byte[0];
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            FakeApis.bodyOf().subscribe(subscriber);
        }
    }

    @BeforeEach
    void alice_has_an_account() {
        API.linkReadable("google", "work");
    }

    /** Sends two requests on one connection: the second response begins where the first ends. */
    private static void assertLength(
            List<String> expected, Map<String, String> headers, Flow.Publisher<ByteBuffer> body) {
        API.apis().answerWith(() -> new ApiReadResult.Response(200, headers, body));
        try (RawHttp connection = API.connect()) {
            for (int i = 0; i < 2; i++) {
                TestResponse response = connection.send(HEAD).read("HEAD").is(200);
                assertEquals(expected, response.headers().getOrDefault("content-length", List.of()));
                assertEquals("google", response.hasCommonHeaders().header("omnibridge-upstream"));
            }
        }
    }

    @Test
    void the_length_of_the_file_is_told() {
        Map<String, String> headers = Map.of("Content-Type", "text/plain", "Content-Length", "1073741824");

        assertLength(List.of("1073741824"), headers, new Empty());
        assertLength(List.of("1073741824"), headers, FakeApis.bodyOf());
    }

    @Test
    void an_unknown_length_is_not_told() {
        Map<String, String> headers = Map.of("Content-Type", "application/json");

        assertLength(List.of(), headers, new Empty());
        assertLength(List.of(), headers, FakeApis.bodyOf());
    }
}
