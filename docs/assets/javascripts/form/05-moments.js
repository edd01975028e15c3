/** Days and moments as people here read and write them. */
(function (gids) {
  "use strict";

  const form = (gids.form = gids.form || {});

  /** Today where the reader is, as «2027-01-04». */
  form.today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  /** «14:05». @param {string} moment */
  form.clock = (moment) => new Date(moment).toLocaleTimeString("nl-BE", { hour: "2-digit", minute: "2-digit" });

  /** «4 januari, 14:05»; nothing without a moment. @param {string} moment */
  form.dayAndClock = (moment) => moment && `${new Date(moment).toLocaleDateString("nl-BE", { day: "numeric", month: "long" })}, ${form.clock(moment)}`;
})(window.gids);
