package io.omnibridge.adapters.store.redis.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.domain.InvalidValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;

class RedisUrlTest {

    private static final String CANARY = "canary-p%40ss";

    @Test
    void parts_that_are_left_out_have_defaults() {
        RedisUrl url = RedisUrl.parse("redis://redis.example");
        assertEquals(new HostAndPort("redis.example", 6379), url.address());
        assertEquals(Optional.empty(), url.user());
        assertEquals(Optional.empty(), url.password());
        assertEquals(0, url.database());
        assertFalse(url.tls());
    }

    @Test
    void user_and_password_are_percent_decoded() {
        RedisUrl url = RedisUrl.parse("rediss://a%3Ab:c+d%2B%25:%2F@[::1]:7000/12");
        assertEquals(Optional.of("a:b"), url.user());
        assertEquals(Optional.of("c+d+%:/"), url.password());
        assertEquals(new HostAndPort("::1", 7000), url.address());
        assertEquals(12, url.database());
        assertTrue(url.tls());
    }

    @Test
    @Tag("C21")
    void a_host_may_have_underscores_and_labels_of_digits() {
        RedisUrl url = RedisUrl.parse("redis://user:p%40ss@stack_redis.1:7000/12");

        assertEquals(new HostAndPort("stack_redis.1", 7000), url.address());
        assertEquals(Optional.of("user"), url.user());
        assertEquals(Optional.of("p@ss"), url.password());
        assertEquals(12, url.database());
        assertFalse(url.hasPrivateTraffic());
        assertEquals(
                new HostAndPort("stack_redis", 6379),
                RedisUrl.parse("redis://stack_redis").address());
    }

    @Test
    @Tag("C21")
    void a_host_that_no_certificate_can_name_is_rejected_for_tls() {
        InvalidValue rejection = assertThrows(InvalidValue.class, () -> RedisUrl.parse("rediss://stack_redis:6379"));

        assertEquals(
                "must have a host of letters, digits, '-' and '.': TLS verifies no other name", rejection.getMessage());
    }

    @Test
    @Tag("S6")
    void settings_do_not_print_the_password() {
        RedisSettings settings = RedisProcess.settings("redis://user:" + CANARY + "@127.0.0.1");
        assertFalse(settings.toString().contains("canary"));
    }

    @Test
    @Tag("S6")
    void an_invalid_url_is_rejected_and_not_repeated() {
        for (String url : List.of(
                "http://:" + CANARY + "@host",
                "redis:" + CANARY,
                "redis://:" + CANARY + "@",
                "redis://:" + CANARY + "@host/canary",
                "redis://:" + CANARY + "@host/1?timeout=1",
                "redis://:" + CANARY + "@host:port",
                "redis://:canary pass@host",
                "")) {
            InvalidValue rejection = assertThrows(InvalidValue.class, () -> RedisUrl.parse(url), url);
            assertFalse(rejection.getMessage().contains("canary"));
            assertNull(rejection.getCause());
        }
    }

    @Test
    @Tag("T1")
    void a_host_beyond_loopback_is_private_only_with_tls() {
        assertTrue(RedisUrl.parse("redis://[::1]").hasPrivateTraffic());
        assertTrue(RedisUrl.parse("redis://localhost").hasPrivateTraffic());
        assertTrue(RedisUrl.parse("rediss://192.0.2.1").hasPrivateTraffic());
        assertFalse(RedisUrl.parse("redis://192.0.2.1").hasPrivateTraffic());
        assertFalse(RedisUrl.parse("redis://no-such-host.invalid").hasPrivateTraffic());
    }
}
