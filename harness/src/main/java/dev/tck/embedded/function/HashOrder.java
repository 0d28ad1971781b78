package dev.tck.embedded.function;

import dev.tck.wire.LittleEndian;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts keys in the order in which TDengine walks through its hash tables, on which it depends which
 * of several equally frequent values MODE finds: slots in order, of one slot the latest first. The
 * hash function is MurmurHash3 of 32 bits.
 */
final class HashOrder {
  private static final int SEED = 0x12345678;
  private static final double MOST_LOAD = 0.75;

  private HashOrder() {}

  /** Returns the positions of keys, given in the order in which they were put into the table. */
  static List<Integer> of(List<byte[]> keys, int startCapacity) {
    List<List<Integer>> slots = slots(startCapacity);
    int[] hashes = new int[keys.size()];
    for (int key = 0; key < hashes.length; key++) {
      if (key >= slots.size() * MOST_LOAD) {
        slots = doubled(slots, hashes);
      }
      hashes[key] = hash(keys.get(key));
      slots.get(hashes[key] & (slots.size() - 1)).add(0, key);
    }
    return slots.stream().flatMap(List::stream).toList();
  }

  private static List<List<Integer>> slots(int count) {
    List<List<Integer>> slots = new ArrayList<>();
    for (int slot = 0; slot < count; slot++) {
      slots.add(new ArrayList<>());
    }
    return slots;
  }

  private static List<List<Integer>> doubled(List<List<Integer>> before, int[] hashes) {
    List<List<Integer>> slots = slots(2 * before.size());
    for (int slot = 0; slot < before.size(); slot++) {
      for (int key : before.get(slot)) {
        int index = hashes[key] & (slots.size() - 1);
        List<Integer> chain = slots.get(index);
        chain.add(index == slot ? chain.size() : 0, key);
      }
    }
    return slots;
  }

  static int hash(byte[] key) {
    int hash = SEED;
    int blocks = key.length / 4;
    for (int block = 0; block < blocks; block++) {
      hash ^= scrambled(LittleEndian.getInt(key, 4 * block));
      hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
    }
    int tail = 0;
    for (int index = key.length - 1; index >= 4 * blocks; index--) {
      tail = (tail << 8) | (key[index] & 0xFF);
    }
    if (key.length % 4 != 0) {
      hash ^= scrambled(tail);
    }
    hash ^= key.length;
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  private static int scrambled(int block) {
    return Integer.rotateLeft(block * 0xcc9e2d51, 15) * 0x1b873593;
  }
}
