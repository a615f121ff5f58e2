package io.omnibridge.adapters.support.net;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S20")
class PrivateHostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "localhost..",
                "a.localhost",
                "localhost.localdomain",
                "",
                ".",
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f000001",
                "0x7F.1",
                "0177.0.0.1",
                "017700000001",
                "127.0.0.1.",
                "127.255.255.254",
                "0",
                "0.0.0.0",
                "0x",
                "10.0.0.1",
                "10.255.255.255",
                "012.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "0xA9FEA9FE",
                "2852039166",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.168.257",
                "3232235777",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "[::1]",
                "::1",
                "[0:0:0:0:0:0:0:1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::ffff:10.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::a00:1]",
                "[64:ff9b::10.0.0.1]",
                "[2002:7f00:1::]",
                "[2002:c0a8:101::1]",
                "[2001:0:1::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[fe80::1]",
                "[fe80::1%25eth0]",
                "[fe80::1%1]",
                "[fec0::1]",
                "[ff02::1]",
                "[::1",
                "[1:2]",
                "256.0.0.1",
                "1.2.3.4.5",
                "99999999999",
                "a.1",
                "0x1ffffffff",
                "010.8.8.8",
                "08.8.8.8"
            })
    void an_address_or_name_that_is_not_public_is_private(String host) {
        assertTrue(PrivateHost.isPrivate(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id.example",
                "id.example.",
                "localhost.example",
                "notlocalhost",
                "10.example",
                "127.0.0.1.example",
                "0x7f.example",
                "8.8.8.8",
                "134744072",
                "1.2.3.0x",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.1.1",
                "198.17.1.1",
                "198.20.0.1",
                "203.0.113.5",
                "223.255.255.255",
                "[2001:db8::1]",
                "[2606:4700::1111]",
                "[::ffff:8.8.8.8]",
                "[64:ff9b::808:808]",
                "[2002:808:808::1]"
            })
    void a_public_address_or_another_name_is_not(String host) {
        assertFalse(PrivateHost.isPrivate(host));
    }
}
