//! Dragging with a mouse or a finger, in steps, as a hand does.

use anyhow::Result;
use serde_json::{Value, json};

use super::Browser;

/// What drags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    Mouse,
    Finger,
}

/// Places on the way.
const STEPS: u32 = 8;

impl Browser {
    /// Drags what is first for one CSS selector onto what is first for another. Both are on the screen at once.
    pub(crate) async fn drag(&self, hand: Hand, from: &str, to: &str) -> Result<()> {
        let script = "
            const [from, to] = [...arguments].map(one => document.querySelector(one));
            from.scrollIntoView({ block: 'center' });
            const middle = (box) => {
                const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
                return [box.left + box.width / 2, (top + bottom) / 2];
            };
            return [...middle(from.getBoundingClientRect()), ...middle(to.getBoundingClientRect())]";
        let places = [Value::from(from), Value::from(to)];
        let (x, y, to_x, to_y): (f64, f64, f64, f64) = self.ask(script, &places).await?;
        self.touch(hand, 0, (x, y)).await?;
        for step in 1..=STEPS {
            let part = f64::from(step) / f64::from(STEPS);
            let at = (x + (to_x - x) * part, y + (to_y - y) * part);
            self.touch(hand, 1, at).await?;
        }
        self.touch(hand, 2, (to_x, to_y)).await
    }

    /// Down, along or up, at a place.
    async fn touch(&self, hand: Hand, phase: usize, (x, y): (f64, f64)) -> Result<()> {
        if hand == Hand::Finger {
            let kind = ["touchStart", "touchMove", "touchEnd"].get(phase);
            let points = if phase == 2 {
                json!([])
            } else {
                json!([{ "x": x, "y": y }])
            };
            let event = json!({ "type": kind, "touchPoints": points });
            return self.devtools("Input.dispatchTouchEvent", event).await;
        }
        let kind = ["mousePressed", "mouseMoved", "mouseReleased"].get(phase);
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        self.devtools("Input.dispatchMouseEvent", event).await
    }
}
