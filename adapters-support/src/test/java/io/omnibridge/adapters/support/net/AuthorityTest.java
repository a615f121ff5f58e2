package io.omnibridge.adapters.support.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "redis://stack_redis:6379, , stack_redis, 6379",
        "redis://stack_redis, , stack_redis, -1",
        "redis://stack_redis:, , stack_redis, -1",
        "redis://user:p%40ss@stack_redis:6379/1, user:p%40ss, stack_redis, 6379",
        "https://_a.b_c.example/x, , _a.b_c.example, -1",
        "https://stack_app.1./x, , stack_app.1., -1",
        "https://user@host.example:8443/x, user, host.example, 8443",
        "https://[::1]:8443/x, , [::1], 8443"
    })
    @Tag("C21")
    void host_port_and_user_are_found(URI url, String user, String host, int port) {
        assertEquals(Optional.of(new Authority(Optional.ofNullable(user), host, port)), Authority.of(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis:/a",
                "redis://:6379",
                "redis://a_b:port",
                "redis://a_b:123456",
                "redis://a@b@c_d",
                "redis://a_b..c",
                "redis://-a_b",
                "redis://a_b-",
                "redis://\u00e4_b",
                "redis://a_b,c_d",
                "redis://a_b%41"
            })
    @Tag("C21")
    void anything_else_has_no_authority(String url) {
        assertEquals(Optional.empty(), Authority.of(URI.create(url)));
    }
}
