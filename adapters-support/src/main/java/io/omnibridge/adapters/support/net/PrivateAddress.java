package io.omnibridge.adapters.support.net;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The addresses that {@link PrivateHost} lists, as numbers. */
final class PrivateAddress {

    private static final int IPV4_BYTES = 4;

    /** Each is an address and the number of its leading bits that count. */
    private static final List<long[]> IPV4_RANGES = List.of(
            range(0, 0, 0, 8),
            range(10, 0, 0, 8),
            range(100, 64, 0, 10),
            range(127, 0, 0, 8),
            range(169, 254, 0, 16),
            range(172, 16, 0, 12),
            range(192, 0, 0, 24),
            range(192, 168, 0, 16),
            range(198, 18, 0, 15),
            range(224, 0, 0, 3));

    private PrivateAddress() {}

    /** Returns whether the address, a number of 32 bits, is private. */
    static boolean isPrivateIpv4(long address) {
        return IPV4_RANGES.stream().anyMatch(range -> (address ^ range[0]) >>> (Integer.SIZE - range[1]) == 0);
    }

    /**
     * Returns whether {@code literal} is a private IPv6 address, or none at all. It has a colon, so that the JDK reads it as an IPv6
     * literal or fails, and never asks a name service.
     */
    static boolean isPrivateIpv6(String literal) {
        if (!literal.matches("[0-9a-fA-F.:]+")) {
            return true;
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            byte[] bytes = address.getAddress();
            if (address instanceof Inet4Address) {
                return isPrivateIpv4(ipv4(bytes, 0));
            }
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()
                    || isUniqueLocal(bytes)
                    || containsPrivateIpv4(bytes);
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static boolean isUniqueLocal(byte[] bytes) {
        return (bytes[0] & 0xFE) == 0xFC;
    }

    private static boolean containsPrivateIpv4(byte[] bytes) {
        long prefix = new BigInteger(1, bytes).shiftRight(96).longValueExact();
        boolean isCompatible = new BigInteger(1, bytes).bitLength() <= Integer.SIZE;
        boolean isNat64 = prefix == 0x0064_FF9BL;
        boolean is6to4 = prefix >>> Short.SIZE == 0x2002L;
        boolean isTeredo = prefix == 0x2001_0000L;
        return isTeredo
                || ((isCompatible || isNat64) && isPrivateIpv4(ipv4(bytes, 12)))
                || (is6to4 && isPrivateIpv4(ipv4(bytes, 2)));
    }

    private static long ipv4(byte[] bytes, int from) {
        long address = 0;
        for (int i = from; i < from + IPV4_BYTES; i++) {
            address = address << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return address;
    }

    private static long[] range(long first, long second, long third, long bits) {
        return new long[] {first << 24 | second << 16 | third << 8, bits};
    }
}
