"use strict";

/** A made-up storage; with the name of an error every use of it throws that. */
class Storage {
  constructor(error) {
    this.items = new Map();
    this.error = error;
  }

  check() {
    if (this.error) throw Object.assign(new Error("storage"), { name: this.error });
  }

  get length() {
    this.check();
    return this.items.size;
  }

  key(index) {
    return [...this.items.keys()][index];
  }

  getItem(key) {
    this.check();
    return this.items.get(key) ?? null;
  }

  setItem(key, text) {
    this.check();
    this.items.set(key, text);
  }

  removeItem(key) {
    this.items.delete(key);
  }
}

module.exports = { Storage };
