package io.omnibridge.adapters.support.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one rule for hosts that traffic never leaves this machine for, and that therefore need no TLS. Loopback are:
 *
 * <ul>
 *   <li>the name {@code localhost} in any letter case (RFC 6761 §6.3);
 *   <li>an IPv4 literal of 127.0.0.0/8 (RFC 1122 §3.2.1.3): four decimal numbers without leading zeros;
 *   <li>an IPv6 literal of {@code ::1} (RFC 4291 §2.5.3) or of an IPv4-mapped address of 127.0.0.0/8, in any notation of RFC
 *       4291 §2.2, bare or in brackets, without a zone.
 * </ul>
 *
 * Every other host is not loopback. No name is resolved: an answer of the name service can change after the check.
 */
public final class Loopback {

    private static final String DECIMAL_OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\." + DECIMAL_OCTET + "){3}");

    /** With a colon, so that the JDK reads it as an IPv6 literal or fails, and never asks a name service. */
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private Loopback() {}

    /** Returns whether {@code host}, as it stands in a URL or in a setting, is loopback. */
    public static boolean isLoopback(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return isIpv6Loopback(host.substring(1, host.length() - 1));
        }
        return host.toLowerCase(Locale.ROOT).equals("localhost")
                || IPV4_LOOPBACK.matcher(host).matches()
                || isIpv6Loopback(host);
    }

    private static boolean isIpv6Loopback(String literal) {
        if (!IPV6_CHARACTERS.matcher(literal).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
