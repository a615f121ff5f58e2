package io.omnibridge.adapters.support.net;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T1")
class LoopbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost",
                "127.0.0.1",
                "127.0.0.0",
                "127.255.255.255",
                "127.10.99.200",
                "::1",
                "[::1]",
                "0:0:0:0:0:0:0:1",
                "[0:0:0:0:0:0:0:1]",
                "[0000::0001]",
                "::ffff:127.0.0.1",
                "[::FFFF:127.9.8.7]",
                "[::ffff:7f00:1]"
            })
    void localhost_and_loopback_literals_are_loopback(String host) {
        assertTrue(Loopback.isLoopback(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "128.0.0.1",
                "126.255.255.255",
                "0.0.0.0",
                "10.0.0.1",
                "::",
                "[::]",
                "::2",
                "[fe80::1]",
                "[2001:db8::1]",
                "::ffff:10.0.0.1",
                "[::ffff:128.0.0.1]"
            })
    void other_addresses_are_not_loopback(String host) {
        assertFalse(Loopback.isLoopback(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip6-localhost",
                "localhost.",
                "localhost.example",
                "sub.localhost",
                "127.0.0.1.example",
                "example.test",
                "\u0131ocalhost",
                "localhost\u0000"
            })
    void no_other_name_is_loopback(String host) {
        assertFalse(Loopback.isLoopback(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "127.0.0.01",
                "127.0.0.256",
                "127.0.0.1.",
                "127.0.0.1\n",
                " 127.0.0.1",
                "[127.0.0.1]",
                "[localhost]",
                "[::1",
                "::1]",
                "[[::1]]",
                "::1%lo",
                "[::1%251]",
                "::1::",
                ":",
                "127.0.0.1:80"
            })
    void other_notations_are_not_loopback(String host) {
        assertFalse(Loopback.isLoopback(host));
    }
}
